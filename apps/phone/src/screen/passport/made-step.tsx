/** The MitID was made, and the app closed before it heard so: what is left to do. */
import { AppFrame, Button, Done } from '@open-mitid/ui'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { passportCall } from '../../core/passport/index.ts'
import { Problem } from '../../part/problem.tsx'
import { deviceWords } from '../../words/device-words.ts'
import { leftWords } from '../../words/left-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { useOpening } from './use-opening.ts'
import { usePassportTask } from './use-passport-task.ts'

export function MadeStep({ proof, userId, app }: PassportSteps['made']) {
  const { language, go, line, way } = useApp()
  const words = leftWords[language]
  const completing = usePassportTask()
  const opening = useOpening((id) => ({ at: 'naming', id }))
  const busy = completing.busy || opening.busy
  useHeading()

  useEffect(() => {
    if (!app) void way.drop()
  }, [app])

  const goOn = () =>
    completing.run(
      () => passportCall(line, '/api/passport/complete', { proof, language }),
      ({ first }) => (first ? opening.open(first.code) : undefined),
    )

  return (
    <AppFrame
      place="middle"
      foot={
        app ? (
          <Button busy={busy ? words.working : undefined} onClick={() => void goOn()}>
            {deviceWords[language].toPin}
          </Button>
        ) : (
          <Button onClick={() => go({ at: 'welcome' })}>{deviceWords[language].close}</Button>
        )
      }
    >
      <Done title={words.madeTitle}>
        <p>
          {words.userId}: <b translate={false}>{userId}</b>
        </p>
        <p>{app ? words.pinLeft : words.onTheWay}</p>
      </Done>
      <PassportProblem told={completing.problem} />
      <Problem told={opening.problem} />
    </AppFrame>
  )
}
