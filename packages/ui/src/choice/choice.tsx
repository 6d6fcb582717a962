/** Choosing among few: a checkbox, or radios under one question. */
import type { ComponentChildren } from 'preact'
import { described, HintAndError } from '../field/field.tsx'

type CheckboxProps = {
  name: string
  id?: string | undefined
  value?: string | undefined
  label: ComponentChildren
  hint?: ComponentChildren
  error?: ComponentChildren
  checked?: boolean | undefined
  required?: boolean | undefined
  onChecked?: ((checked: boolean) => void) | undefined
}

export function Checkbox(props: CheckboxProps) {
  const { name, id = name, label, hint, error, onChecked } = props
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <HintAndError id={id} error={error} />
      <div class="choice">
        <input
          type="checkbox"
          {...described(id, hint, error)}
          id={id}
          name={name}
          value={props.value ?? 'yes'}
          checked={props.checked}
          required={props.required}
          {...(onChecked
            ? { onChange: (event: InputChange) => onChecked(event.currentTarget.checked) }
            : {})}
        />
        <label for={id}>{label}</label>
        <HintAndError id={id} hint={hint} />
      </div>
    </div>
  )
}

export type RadioOption = { value: string; label: ComponentChildren; hint?: ComponentChildren }

type RadiosProps = {
  name: string
  /** The question; `heading` makes it the page's own. */
  legend: ComponentChildren
  heading?: boolean | undefined
  hint?: ComponentChildren
  error?: ComponentChildren
  options: readonly RadioOption[]
  value?: string | undefined
  onValue?: ((value: string) => void) | undefined
}

/** The first option has the id `name`, so that an error summary leads to it. */
export function Radios(props: RadiosProps) {
  const { name, legend, hint, error, options, value, onValue } = props
  return (
    <fieldset
      class={error ? 'field field-wrong' : 'field'}
      aria-describedby={described(`${name}-all`, hint, error)['aria-describedby']}
    >
      <legend class="field-label">{props.heading ? <h1>{legend}</h1> : legend}</legend>
      <HintAndError id={`${name}-all`} hint={hint} error={error} />
      {options.map((option, place) => {
        const id = place === 0 ? name : `${name}-${option.value}`
        return (
          <div class="choice" key={option.value}>
            <input
              type="radio"
              {...described(id, option.hint, undefined)}
              id={id}
              name={name}
              value={option.value}
              checked={value === option.value}
              {...(onValue ? { onChange: () => onValue(option.value) } : {})}
            />
            <label for={id}>{option.label}</label>
            <HintAndError id={id} hint={option.hint} />
          </div>
        )
      })}
    </fieldset>
  )
}

type InputChange = { currentTarget: HTMLInputElement }
