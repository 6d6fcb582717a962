/** One person of the register: who asked about them, and a form to change what is known. */
import {
  Button,
  Card,
  Checkbox,
  ErrorSummary,
  Field as Input,
  formatDateTime,
  formatDay,
  Notice,
  SelectField,
  Summary,
  type Language,
} from '@open-mitid/ui'
import { personId, statuses, wholeName, type Entry } from '../entry.ts'
import { typedOf, written, type Field, type Typed } from '../person-form.ts'
import type { LookUp } from '../register.ts'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

type Props = PageSettings & {
  entry: Entry
  /** Whether it was just saved. */
  done: boolean
  /** Whether it is not as it was at first. */
  changed: boolean
  lookUps: readonly LookUp[]
  wrong: readonly Field[]
  typed?: Typed
}

const short: readonly Field[] = ['house', 'floor', 'door', 'postcode']

export function personPage({ entry, done, changed, lookUps, wrong, typed, ...settings }: Props) {
  const { language } = settings
  const text = words[language]
  const values = typed ?? typedOf(entry)
  const errorOf = (field: Field) => (wrong.includes(field) ? text.wrong[field] : undefined)
  return renderPage({
    ...settings,
    title: wholeName(entry),
    children: (
      <>
        {done ? <Notice kind="done" live title={text.saved} /> : null}
        {wrong.length > 0 ? (
          <ErrorSummary
            language={language}
            errors={wrong.map((field) => ({ id: field, text: text.wrong[field] }))}
          />
        ) : null}
        <h1>{wholeName(entry)}</h1>
        <Summary
          size="plain"
          lines={[
            { label: text.columns.cpr, value: `${entry.cpr.slice(0, 6)}-${entry.cpr.slice(6)}` },
            { label: text.columns.born, value: formatDay(entry.birthDate, language) },
          ]}
        />
        <LookUps language={language} lookUps={lookUps} />
        <Card title={text.change}>
          <form class="stack" method="post" action={`/person/${personId(entry)}`}>
            <SelectField
              name="status"
              label={text.columns.status}
              value={values.status}
              error={errorOf('status')}
              options={statuses.map((status) => ({ value: status, label: text.statuses[status] }))}
            />
            <Checkbox
              name="protected"
              label={text.protectedLabel}
              checked={values.protected === 'yes'}
            />
            {written.map((field) => (
              <Input
                key={field}
                name={field}
                label={text.fields[field]}
                value={values[field]}
                error={errorOf(field)}
                width={short.includes(field) ? 'short' : 'full'}
                autocomplete="off"
              />
            ))}
            <Button>{text.save}</Button>
          </form>
        </Card>
        {changed ? (
          <form method="post" action={`/person/${personId(entry)}/restore`}>
            <Button look="ghost">{text.restore}</Button>
          </form>
        ) : null}
      </>
    ),
  })
}

function LookUps({ language, lookUps }: { language: Language; lookUps: readonly LookUp[] }) {
  const text = words[language]
  return (
    <section class="stack">
      <h2>{text.lookUps}</h2>
      {lookUps.length === 0 ? <p class="muted">{text.noLookUps}</p> : null}
      <ul>
        {lookUps.map(({ at, by }) => (
          <li key={at.getTime()}>{`${formatDateTime(at, language)}: ${text.by[by]}`}</li>
        ))}
      </ul>
    </section>
  )
}
