/** Takes a profile off the phone, with a warning where it is the last way its person has. */
import { Notice } from '@open-mitid/ui'
import { nameOf, useApp } from '../app/app.ts'
import { screenOf, type Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useStanding } from '../app/use-standing.ts'
import { useTask } from '../app/use-task.ts'
import { PinForm } from '../part/pin-form.tsx'
import { homeWords } from '../words/home-words.ts'
import { upkeepWords } from '../words/upkeep-words.ts'

export function Remove({ id }: Screens['remove']) {
  const app = useApp()
  const { language, phone, go, reload, say } = app
  const words = upkeepWords[language]
  const { standing } = useStanding(id)
  const task = useTask(id)
  useHeading()

  const remove = (pin: string) => {
    void task.run(
      () => phone.removeProfile(id, pin),
      async () => {
        const [first, ...others] = await reload()
        if (!first) go({ at: 'welcome' })
        else go(others.length > 0 ? { at: 'chooser' } : screenOf(first))
        say(words.removed)
      },
    )
  }

  return (
    <PinForm
      id={id}
      title={words.removeTitle(nameOf(app, id) ?? homeWords[language].nameless)}
      text={
        <>
          <p>{words.removeText}</p>
          {standing?.last_authenticator ? (
            <Notice kind="warn" title={words.lastTitle} live>
              <p>{words.last}</p>
            </Notice>
          ) : null}
        </>
      }
      verb={words.remove}
      look="danger"
      working={words.removing}
      task={task}
      onPin={remove}
    />
  )
}
