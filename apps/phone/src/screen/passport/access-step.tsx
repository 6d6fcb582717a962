/** Whoever has shown again whose MitID it is chooses what they came for. */
import { Actions, AppBar, AppFrame, Button, Notice } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { firstScreen } from '../../app/first-screen.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { passportCall } from '../../core/passport/index.ts'
import { Problem } from '../../part/problem.tsx'
import { regainWords } from '../../words/regain-words.ts'
import { OwnApps } from './own-apps.tsx'
import { PassportProblem } from './passport-problem.tsx'
import { useOpening } from './use-opening.ts'
import { usePassportTask } from './use-passport-task.ts'

const again = {}

export function AccessStep({ proof }: PassportSteps['access']) {
  const { language, go, line, profiles, way } = useApp()
  const words = regainWords[language]
  const [userId, setUserId] = useState<string>()
  const showing = usePassportTask(again)
  const giving = usePassportTask(again)
  const opening = useOpening((id) => ({ at: 'naming', id }))
  const busy = giving.busy || opening.busy
  useHeading()

  const show = () =>
    showing.run(
      () => passportCall(line, '/api/passport/forgotten-user-id', { proof }),
      (answer) => setUserId(answer.user_id),
    )
  const give = () =>
    giving.run(
      () => passportCall(line, '/api/passport/new-app', { proof }),
      ({ code }) => opening.open(code),
    )

  const finish = async () => {
    await way.drop()
    go(firstScreen(profiles, undefined))
  }

  return (
    <AppFrame
      bar={<AppBar language={language} />}
      foot={
        <Actions>
          <Button busy={busy ? words.opening : undefined} onClick={() => void give()}>
            {words.phone}
          </Button>
          <Button look="ghost" onClick={() => void finish()}>
            {words.finished}
          </Button>
        </Actions>
      }
    >
      <h1>{words.accessTitle}</h1>
      <h2>{words.phoneTitle}</h2>
      <p>{words.phoneText}</p>
      <PassportProblem told={giving.problem} />
      <Problem told={opening.problem} />
      <h2>{words.userIdTitle}</h2>
      {userId === undefined ? (
        <>
          <p>{words.userIdText}</p>
          <Button
            look="ghost"
            busy={showing.busy ? words.fetching : undefined}
            onClick={() => void show()}
          >
            {words.showUserId}
          </Button>
        </>
      ) : (
        <Notice kind="done" live title={words.userIdIs}>
          <p class="large-value" translate={false}>
            <bdi>{userId}</bdi>
          </p>
          <p>{words.userIdKeep}</p>
        </Notice>
      )}
      <PassportProblem told={showing.problem} />
      <OwnApps proof={proof} />
    </AppFrame>
  )
}
