/**
 * Six digits: one real input, so that paste, password managers and one-time codes work
 * (WCAG 2.2 §3.3.8), drawn as six boxes once scripts run and as a plain field before that.
 */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { described, Labelled } from '../field/field.tsx'
import { digitsOf } from './digits.ts'

type Props = {
  name: string
  id?: string | undefined
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  /** What password managers and the keypad offer: an existing PIN, a new one, or a code by SMS. */
  autocomplete?: 'current-password' | 'new-password' | 'one-time-code' | 'off' | undefined
  /** Show dots in place of digits: for secrets, not for codes that are used once. */
  masked?: boolean | undefined
  length?: number | undefined
  /** Given, the caller keeps the digits and can clear them after a wrong try. */
  value?: string | undefined
  onValue?: ((digits: string) => void) | undefined
  disabled?: boolean | undefined
  autofocus?: boolean | undefined
}

export function PinField(props: Props) {
  const { name, id = name, label, hint, error, masked = true, length = 6, onValue } = props
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [drawn, setDrawn] = useState(false)
  const digits = props.value ?? typed

  function take(text: string): void {
    const next = digitsOf(text, length)
    if (input.current) input.current.value = next
    setTyped(next)
    onValue?.(next)
  }

  useLayoutEffect(() => {
    setDrawn(true)
    const before = input.current?.value ?? ''
    if (before !== '' && before !== digits) take(before) // typed before scripts ran
  }, [])

  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <div class={drawn ? 'pin pin-drawn' : 'pin'}>
        <input
          {...described(id, hint, error)}
          {...(masked ? { type: 'password' } : { type: 'text' })}
          ref={input}
          class="pin-input"
          id={id}
          name={name}
          value={digits}
          inputmode="numeric"
          pattern="[0-9]*"
          maxlength={3 * length} // a keyboard puts in "418 027" as it was copied
          autocomplete={props.autocomplete ?? (masked ? 'current-password' : 'one-time-code')}
          disabled={props.disabled}
          autofocus={props.autofocus}
          spellcheck={false}
          onInput={(event) => take(event.currentTarget.value)}
          onPaste={(event) => {
            // The browser would cut a whole message to the length of the field.
            event.preventDefault()
            take(event.clipboardData?.getData('text') ?? '')
          }}
        />
        {drawn ? <Boxes digits={digits} length={length} masked={masked} /> : null}
      </div>
    </Labelled>
  )
}

function Boxes({ digits, length, masked }: { digits: string; length: number; masked: boolean }) {
  const now = Math.min(digits.length, length - 1)
  return (
    <div class="pin-boxes" aria-hidden="true">
      {Array.from({ length }, (_, place) => (
        <span key={place} class={place === now ? 'pin-box pin-now' : 'pin-box'}>
          {masked && digits[place] !== undefined ? <i class="pin-dot" /> : digits[place]}
        </span>
      ))}
    </div>
  )
}
