/** A typed code in groups, such as K7M2-9QXD: forgiving about case, spaces, hyphens, O and I. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { described, Labelled } from '../field/field.tsx'
import { caretAfter, groupCode, readCode, splitCode } from './code-text.ts'

type Props = {
  name: string
  id?: string | undefined
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  /** The sizes of the groups; four and four where none are given. */
  groups?: readonly number[] | undefined
  /** Given, the caller keeps the code (without hyphens). */
  value?: string | undefined
  /** Gets the code in upper case without hyphens. */
  onValue?: ((code: string) => void) | undefined
  disabled?: boolean | undefined
  autofocus?: boolean | undefined
}

const standardGroups = [4, 4]

export function CodeField(props: Props) {
  const { name, id = name, label, hint, error, groups = standardGroups } = props
  const [typed, setTyped] = useState('')
  const length = groups.reduce((sum, size) => sum + size, 0)
  const shown = groupCode(props.value ?? typed, groups)

  function take(field: HTMLInputElement): void {
    const code = readCode(field.value, length)
    const before = readCode(field.value.slice(0, field.selectionStart ?? length), length)
    field.value = groupCode(code, groups)
    const caret = caretAfter(before.length, groups)
    field.setSelectionRange(caret, caret)
    setTyped(code)
    props.onValue?.(code)
  }

  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        {...described(id, hint, error)}
        type="text"
        class={`input code-input ${length > 8 ? 'code-long' : ''}`}
        id={id}
        name={name}
        value={shown}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        disabled={props.disabled}
        autofocus={props.autofocus}
        onInput={(event) => take(event.currentTarget)}
      />
    </Labelled>
  )
}

type TypedCodeProps = {
  /** The code without hyphens. */
  code: string
  groups?: readonly number[] | undefined
}

/** Shows a code that is to be typed elsewhere: large, in groups, and spelled out for the ear. */
export function TypedCode({ code, groups = standardGroups }: TypedCodeProps) {
  const parts = splitCode(code, groups)
  return (
    <p class="typed-code">
      <span class="visually-hidden">
        {parts.map((part) => Array.from(part).join(' ')).join(', ')}
      </span>
      <span class="typed-code-shown" aria-hidden="true">
        {parts.map((part, place) => (
          <span key={place}>{place === 0 ? part : `-${part}`}</span>
        ))}
      </span>
    </p>
  )
}
