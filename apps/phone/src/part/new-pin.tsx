/** A PIN that is chosen: typed twice, weak ones refused with the reason. */
import { Pin } from '@open-mitid/protocol'
import { AppBar, AppFrame, Button, PinField } from '@open-mitid/ui'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useApp } from '../app/app.ts'
import { sentenceOf } from '../app/told.ts'
import { useHeading } from '../app/use-heading.ts'
import { useWrong } from '../app/use-wrong.ts'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'

type Props = {
  /** Whose profile it is. */
  name: string | undefined
  /** What became of the last try. */
  problem: ComponentChildren
  onPin: (pin: string) => void
  onBack?: (() => void) | undefined
}

export function NewPin({ name, problem, onPin, onBack }: Props) {
  const { language } = useApp()
  const words = activationWords[language]
  const [first, setFirst] = useState<string>()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const again = first !== undefined
  useHeading(again ? 'again' : 'first')
  useWrong(again ? 'pin-again' : 'new-pin', error)

  const take = () => {
    setTyped('')
    if (again && typed === first) {
      onPin(typed)
      return
    }
    const chosen = Pin.parse(typed)
    if (again) setError(words.pinDifferent)
    else setError(chosen.ok ? undefined : sentenceOf(chosen.refusal, language))
    setFirst(!again && chosen.ok ? typed : undefined)
  }

  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <AppFrame
        bar={<AppBar language={language} name={name} onBack={onBack} />}
        foot={<Button>{commonWords[language].goOn}</Button>}
      >
        <h1>{again ? words.pinAgainTitle : words.pinTitle}</h1>
        <PinField
          key={again ? 'again' : 'first'}
          id={again ? 'pin-again' : 'new-pin'}
          name="new-pin"
          label={again ? words.pinAgainLabel : words.pinLabel}
          hint={again ? undefined : words.pinHint}
          error={error}
          autocomplete="new-password"
          value={typed}
          onValue={setTyped}
        />
        {problem}
      </AppFrame>
    </form>
  )
}
