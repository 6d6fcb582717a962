/** One question and its answer: label, hint, error and input belong together for every reader. */
import type { ComponentChildren, InputHTMLAttributes, SelectHTMLAttributes } from 'preact'
import { Icon } from '../icon/icon.tsx'

type Asked = {
  /** The key in the form that is sent. */
  name: string
  /** Defaults to the name; must be the only one on the page. */
  id?: string | undefined
  label: ComponentChildren
  /** What to write, in one sentence, shown before the input. */
  hint?: ComponentChildren
  /** What is wrong and what to do; marks the input as invalid. */
  error?: ComponentChildren
  /** How long the answer is likely to be. */
  width?: 'short' | 'middle' | 'full' | undefined
}

type FieldProps = Asked &
  Omit<InputHTMLAttributes, Taken | 'type' | 'list'> & {
    type?: keyof typeof kinds | undefined
    /** It has no name in the form: whatever happens, no form ever sends it. */
    unsent?: boolean | undefined
  }

/** The kinds of text; a table, so that each meets the roles its `<input>` may have. */
const kinds = {
  text: { type: 'text' },
  email: { type: 'email' },
  tel: { type: 'tel' },
  password: { type: 'password' },
  search: { type: 'search' },
  date: { type: 'date' },
  time: { type: 'time' },
} as const

/** A line of text. Give `autocomplete` and `inputmode` wherever the answer has a known kind. */
export function Field(props: FieldProps) {
  const { name, id = name, label, hint, error, width, type = 'text', unsent, ...rest } = props
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        {...rest}
        {...described(id, hint, error)}
        {...kinds[type]}
        id={id}
        {...(unsent === true ? {} : { name })}
        class={`input input-${width ?? 'full'}`}
      />
    </Labelled>
  )
}

type SelectFieldProps = Asked &
  Omit<SelectHTMLAttributes, Taken | 'value' | 'multiple' | 'size'> & {
    options: readonly { value: string; label: string }[]
    value?: string | undefined
  }

/** One of many known answers, such as a municipality; for few answers use `Radios`. */
export function SelectField(props: SelectFieldProps) {
  const { name, id = name, label, hint, error, width, options, value, ...rest } = props
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <select
        {...rest}
        {...described(id, hint, error)}
        id={id}
        name={name}
        class={`input input-${width ?? 'full'}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

type LabelledProps = Pick<Asked, 'label' | 'hint' | 'error'> & {
  id: string
  children: ComponentChildren
}

/** The words around any single input; pair it with `described` on the input. */
export function Labelled({ id, label, hint, error, children }: LabelledProps) {
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** The hint and error of an input or group, under the ids that `described` points at. */
export function HintAndError({ id, hint, error }: Pick<Asked, 'hint' | 'error'> & { id: string }) {
  return (
    <>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  )
}

/** Ties an input to its hint and error for screen readers. */
export function described(id: string, hint: ComponentChildren, error: ComponentChildren) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    ...(ids ? { 'aria-describedby': ids } : {}),
    ...(error ? { 'aria-invalid': 'true' as const } : {}),
  }
}

type Taken = 'class' | 'className' | 'style' | 'role' | 'name' | 'id' | 'label' | 'width'
