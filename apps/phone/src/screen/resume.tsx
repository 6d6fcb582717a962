/** An activation that was cut off before the server answered: it goes on, or begins anew. */
import { accept } from '@open-mitid/kernel'
import { Actions, AppBar, AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useEffect } from 'preact/hooks'
import { othersOf, useApp } from '../app/app.ts'
import { screenOf, type Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { Problem } from '../part/problem.tsx'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'

export function Resume({ id }: Screens['resume']) {
  const app = useApp()
  const { language, phone, reload, go } = app
  const words = activationWords[language]
  const task = useTask()
  useHeading()

  const catchUp = () =>
    task.run(
      async () => accept(await phone.catchUp(id)),
      async () => {
        const profile = (await reload()).find((held) => held.id === id)
        if (profile && profile.stage !== 'opening') {
          go(screenOf(profile))
          return
        }
        await phone.forget(id)
        await reload()
        go({ at: 'activation-code', refused: true })
      },
    )

  const startOver = async () => {
    await phone.forget(id)
    await reload()
    go({ at: 'before' })
  }

  useEffect(() => {
    void catchUp()
  }, [id])

  return (
    <AppFrame
      place="middle"
      bar={<AppBar language={language} onBack={othersOf(app)} />}
      foot={
        <Actions>
          <Button
            busy={task.busy ? commonWords[language].working : undefined}
            onClick={() => void catchUp()}
          >
            {commonWords[language].tryAgain}
          </Button>
          <Button look="quiet" onClick={() => void startOver()}>
            {words.startOver}
          </Button>
        </Actions>
      }
    >
      <EmptyState title={words.resumeTitle}>
        <p>{words.resumeText}</p>
      </EmptyState>
      <Problem told={task.problem} />
    </AppFrame>
  )
}
