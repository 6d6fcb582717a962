/** A date in three fields, as it is printed: no calendar to scroll back eighty years in. */
import { Field, Icon } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'

export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }
export const noDate: TypedDate = { day: '', month: '', year: '' }

/** As the zone has it, `YYMMDD`; undefined for what is no day. */
export function zoneDateOf({ day, month, year }: TypedDate): string | undefined {
  const parts = [day, month, year].map((part) => part.trim())
  const [days = '', months = '', years = ''] = parts
  if (!/^\d{1,2}$/u.test(days) || !/^\d{1,2}$/u.test(months) || !/^(19|20)\d\d$/u.test(years))
    return undefined
  const text = `${years}-${months.padStart(2, '0')}-${days.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) return undefined
  return text.slice(2).replaceAll('-', '')
}

type Props = {
  name: string
  legend: string
  hint: string
  error: string | undefined
  value: TypedDate
  onValue: (value: TypedDate) => void
}

export function DateFields({ name, legend, hint, error, value, onValue }: Props) {
  const words = passportJourneyWords[useApp().language]
  const hintId = `${name}-hint`
  const errorId = `${name}-error`
  return (
    <fieldset
      class={error === undefined ? 'field' : 'field field-wrong'}
      aria-describedby={error === undefined ? hintId : `${hintId} ${errorId}`}
    >
      <legend class="field-label">{legend}</legend>
      <p class="field-hint" id={hintId}>
        {hint}
      </p>
      {error === undefined ? null : (
        <p class="field-error" id={errorId}>
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      )}
      <div class="date-fields">
        {(['day', 'month', 'year'] as const).map((part) => (
          <Field
            key={part}
            name={`${name}-${part}`}
            label={words[part]}
            width="short"
            inputmode="numeric"
            autocomplete="off"
            maxlength={part === 'year' ? 4 : 2}
            aria-invalid={error === undefined ? undefined : 'true'}
            value={value[part]}
            onInput={(event) => onValue({ ...value, [part]: event.currentTarget.value })}
          />
        ))}
      </div>
    </fieldset>
  )
}
