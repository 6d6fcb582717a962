/** The first PIN of a profile, after which it is active. */
import { AppFrame, AppBar, StatusLine } from '@open-mitid/ui'
import { nameOf, othersOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useTask } from '../app/use-task.ts'
import { NewPin } from '../part/new-pin.tsx'
import { Problem } from '../part/problem.tsx'
import { activationWords } from '../words/activation-words.ts'

export function ChoosePin({ id }: Screens['choose-pin']) {
  const app = useApp()
  const words = activationWords[app.language]
  const task = useTask(id)

  const finish = (pin: string) =>
    task.run(
      () => app.phone.finish(id, pin),
      async () => {
        // The browser must not clear this storage when it needs room.
        await navigator.storage.persist()
        await app.reload()
        app.go({ at: 'activated', id })
      },
      (told) => {
        if (told.kind === 'activation-ended') app.go({ at: 'activation-ended', id })
      },
    )

  if (task.busy)
    return (
      <AppFrame place="middle" bar={<AppBar language={app.language} name={nameOf(app, id)} />}>
        <StatusLine state="working">{words.activating}</StatusLine>
      </AppFrame>
    )
  return (
    <NewPin
      name={nameOf(app, id)}
      problem={<Problem told={task.problem} />}
      onPin={(pin) => void finish(pin)}
      onBack={othersOf(app)}
    />
  )
}
