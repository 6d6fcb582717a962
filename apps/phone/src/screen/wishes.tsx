/** How a person is told of things and how their letters are set, for them to change: product §C. */
import type { Wishes as Wished } from '@open-mitid/protocol'
import { AppBar, AppFrame, Button, Checkbox, Notice, Radios } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { PinForm } from '../part/pin-form.tsx'
import { Problem } from '../part/problem.tsx'
import { wishesWords } from '../words/wishes-words.ts'

export function Wishes({ id }: Screens['wishes']) {
  const { language, phone } = useApp()
  const words = wishesWords[language]
  const [opened, setOpened] = useState<Wished>()
  const [kept, setKept] = useState<Partial<Wished>>()
  const task = useTask(id)
  useHeading(opened ? 'opened' : 'pin')

  const closed = (wanted: Partial<Wished>) => {
    setKept(wanted)
    setOpened(undefined)
  }

  if (opened) return <Shown id={id} wishes={opened} kept={kept ?? {}} closed={closed} />
  return (
    <PinForm
      id={id}
      title={words.title}
      text={<p>{kept ? words.pinAgain : words.pinText}</p>}
      verb={words.open}
      working={words.opening}
      task={task}
      onPin={(pin) => void task.run(() => phone.wishes(id, pin), setOpened)}
    />
  )
}

type ShownProps = {
  id: string
  wishes: Wished
  /** What was chosen and not saved when the PIN was asked for again. */
  kept: Partial<Wished>
  /** The minutes after the PIN are over before this was saved. */
  closed: (wanted: Partial<Wished>) => void
}

function Shown({ id, wishes, kept, closed }: ShownProps) {
  const app = useApp()
  const { language, phone, say } = app
  const words = wishesWords[language]
  const [saved, setSaved] = useState(wishes)
  const [wanted, setWanted] = useState({ ...wishes, ...kept })
  const [done, setDone] = useState<'saved' | 'unchanged'>()
  const task = useTask(id)

  const want = (change: Partial<Wished>) => {
    setDone(undefined)
    task.clear()
    setWanted({ ...wanted, ...change })
  }
  const tell = (what: 'saved' | 'unchanged') => {
    setDone(what)
    say(words[what])
  }
  const save = () => {
    const change = differing(saved, wanted)
    if (Object.keys(change).length === 0) {
      tell('unchanged')
      return
    }
    void task.run(
      () => phone.changeWishes(id, change),
      (now) => {
        setSaved(now)
        setWanted(now)
        tell('saved')
      },
      ({ kind }) => (kind === 'pin-needed' ? closed(change) : undefined),
    )
  }

  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <AppFrame
        bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
        foot={
          <div class="stack">
            <Problem told={task.problem} />
            {done === undefined ? null : (
              <Notice kind={done === 'saved' ? 'done' : 'info'}>
                <p>{words[done]}</p>
              </Notice>
            )}
            <Button busy={task.busy ? words.saving : undefined}>{words.save}</Button>
          </div>
        }
      >
        <h1>{words.title}</h1>
        <fieldset class="field">
          <legend class="field-label">{words.use}</legend>
          <Checkbox
            name="every-use"
            label={words.everyUse}
            hint={words.everyUseHint}
            checked={wanted.notify_every_use}
            onChecked={(notify_every_use) => want({ notify_every_use })}
          />
        </fieldset>
        <fieldset class="field">
          <legend class="field-label">{words.letters}</legend>
          <Checkbox
            name="large-print"
            label={words.largePrint}
            checked={wanted.large_print}
            onChecked={(large_print) => want({ large_print })}
          />
          <Checkbox
            name="in-both"
            label={words.inBoth}
            checked={wanted.letters_in_both}
            onChecked={(letters_in_both) => want({ letters_in_both })}
          />
        </fieldset>
        <Radios
          name="language"
          legend={words.language}
          hint={words.languageHint}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
          value={wanted.language}
          onValue={(value) => want({ language: value === 'en' ? 'en' : 'da' })}
        />
      </AppFrame>
    </form>
  )
}

const languages = ['da', 'en'] as const

/** What of `to` is not so yet. */
function differing(from: Wished, to: Wished): Partial<Wished> {
  const names = Object.keys(from) as (keyof Wished)[]
  const changed = names.filter((name) => to[name] !== from[name])
  return Object.fromEntries(changed.map((name) => [name, to[name]]))
}
