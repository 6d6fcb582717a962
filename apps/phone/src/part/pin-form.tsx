/** A page that asks for the PIN before it does something. */
import { Actions, AppBar, AppFrame, Button, PinField, type ButtonLook } from '@open-mitid/ui'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import { sentenceOf } from '../app/told.ts'
import type { Task } from '../app/use-task.ts'
import { useWrong } from '../app/use-wrong.ts'
import { commonWords } from '../words/common-words.ts'
import { problemWords } from '../words/problem-words.ts'
import { regainWords } from '../words/regain-words.ts'
import { Problem } from './problem.tsx'

type Props = {
  id: string
  title: string
  text?: ComponentChildren
  label?: string | undefined
  verb: string
  look?: ButtonLook | undefined
  working: string
  task: Pick<Task, 'busy' | 'problem'>
  onPin: (pin: string) => void
}

const ofPin = new Set(['pin-mistyped', 'pin-wrong', 'pin-wait'])

export function PinForm({ id, title, text, label, verb, look, working, task, onPin }: Props) {
  const app = useApp()
  const { language } = app
  const [pin, setPin] = useState('')
  const [short, setShort] = useState(false)
  const wrong = task.problem && ofPin.has(task.problem.kind) ? task.problem : undefined
  const refused = wrong && sentenceOf(wrong, language)
  const error = short ? problemWords[language].notSixDigits : refused
  useWrong('pin', error)

  useEffect(() => {
    if (wrong) setPin('')
  }, [wrong])

  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        setShort(pin.length < 6)
        if (pin.length === 6) onPin(pin)
      }}
    >
      <AppFrame
        bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
        foot={
          <Actions>
            <Button look={look} busy={task.busy ? working : undefined}>
              {verb}
            </Button>
            <Button look="quiet" onClick={() => app.go({ at: 'forgotten-pin', id })}>
              {regainWords[language].forgotten}
            </Button>
          </Actions>
        }
      >
        <h1>{title}</h1>
        {text}
        <PinField
          name="pin"
          label={label ?? commonWords[language].pin}
          error={error}
          value={pin}
          onValue={setPin}
        />
        <Problem told={wrong ? undefined : task.problem} />
      </AppFrame>
    </form>
  )
}
