/** The app was closed on the way: it goes on where it was, and nothing is shown twice. */
import { Actions, AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { firstScreen } from '../../app/first-screen.ts'
import { takenUp, type PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { passportCall } from '../../core/passport/index.ts'
import { commonWords } from '../../words/common-words.ts'
import { leftWords } from '../../words/left-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { usePassportTask } from './use-passport-task.ts'

export function LeftStep({ proof, again }: PassportSteps['left']) {
  const { language, go, line, way, profiles } = useApp()
  const words = leftWords[language]
  const task = usePassportTask(again)
  useHeading()

  const goOn = () =>
    task.run(
      () => passportCall(line, '/api/passport/standing', { proof }),
      (standing) => go({ at: 'passport', ...takenUp({ proof, again }, standing) }),
    )
  const stop = async () => {
    await way.drop()
    go(firstScreen(profiles, undefined))
  }

  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          <Button
            busy={task.busy ? commonWords[language].working : undefined}
            onClick={() => void goOn()}
          >
            {commonWords[language].goOn}
          </Button>
          <Button look="ghost" onClick={() => void stop()}>
            {words.stop}
          </Button>
        </Actions>
      }
    >
      <EmptyState icon="clock" title={again ? words.againTitle : words.title}>
        <p>{words.text}</p>
        <p>{words.stopText}</p>
      </EmptyState>
      <PassportProblem told={task.problem} />
    </AppFrame>
  )
}
