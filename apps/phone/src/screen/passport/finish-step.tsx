/** The last look at what becomes a MitID; then it is one, with this app or with what is sent. */
import { Actions, AppBar, AppFrame, Button, Steps, Summary } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { passportCall } from '../../core/passport/index.ts'
import { Problem } from '../../part/problem.tsx'
import { deviceWords } from '../../words/device-words.ts'
import { enrolWords } from '../../words/enrol-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsInAll } from './step-number.ts'
import { useOpening } from './use-opening.ts'
import { usePassportTask } from './use-passport-task.ts'

export function FinishStep({ person, userId, chosen, delivery }: PassportSteps['finish']) {
  const { language, go, line } = useApp()
  const words = enrolWords[language]
  const choice = deviceWords[language]
  const { proof, name, contacts } = person
  // Once there is a MitID, only the app's activation is tried again.
  const [code, setCode] = useState<string>()
  const completing = usePassportTask()
  const opening = useOpening((id) =>
    delivery
      ? { at: 'passport', step: 'ordered', userId, chosen, delivery, id }
      : { at: 'naming', id },
  )
  const busy = completing.busy || opening.busy
  useHeading()

  const finish = () =>
    code === undefined
      ? completing.run(
          () => passportCall(line, '/api/passport/complete', { proof, language }),
          ({ first }) => {
            if (first) {
              setCode(first.code)
              return opening.open(first.code)
            }
            if (delivery) go({ at: 'passport', step: 'ordered', userId, chosen, delivery })
            return undefined
          },
        )
      : opening.open(code)

  const lines = [
    { label: words.name, value: <bdi>{name}</bdi> },
    { label: words.userIdLabel, value: <bdi translate={false}>{userId}</bdi> },
    ...(['sms', 'email'] as const).flatMap((channel) => {
      const to = contacts[channel]
      return to === undefined
        ? []
        : [{ label: words.contact[channel].label, value: <bdi>{to}</bdi> }]
    }),
    { label: choice.firstLabel, value: choice.names[chosen.first] },
    ...(chosen.spare === undefined
      ? []
      : [{ label: choice.spareLabel, value: choice.names[chosen.spare] }]),
    ...(delivery ? [{ label: choice.placeLabel[delivery.to], value: delivery.place }] : []),
  ]
  return (
    <AppFrame
      bar={<AppBar language={language} />}
      foot={
        <Actions>
          <Button busy={busy ? words.finishing : undefined} onClick={() => void finish()}>
            {words.finish}
          </Button>
          {busy || code !== undefined ? null : (
            <Button
              look="ghost"
              onClick={() => go({ at: 'passport', step: 'authenticators', person, userId, chosen })}
            >
              {words.change}
            </Button>
          )}
        </Actions>
      }
    >
      <Steps language={language} step={stepOf('finish')} of={stepsInAll} />
      <h1>{words.finishTitle}</h1>
      <Summary lines={lines} />
      <p>
        {words.finishText} {chosen.first === 'app' ? words.finishPin : choice.thenSent}
      </p>
      <PassportProblem told={completing.problem} />
      <Problem told={opening.problem} />
    </AppFrame>
  )
}
