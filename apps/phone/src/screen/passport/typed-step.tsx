/** What opens the chip, typed: an equal way to the camera's. */
import { birthDateOf, expiryDateOf } from '@open-mitid/icao9303'
import { Field, Notice } from '@open-mitid/ui'
import { useLayoutEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { AnswerForm } from '../../part/answer-form.tsx'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { passportTold } from '../../words/passport-told.ts'
import { DataPageFigure } from './data-page-figure.tsx'
import { DateFields, noDate, zoneDateOf, type TypedDate } from './date-fields.tsx'
import { ReadingSteps } from './reading-steps.tsx'

type Wrong = { readonly number: boolean; readonly born: boolean; readonly expires: boolean }

export function TypedStep({ wrong: refused, fields, again, helping }: PassportSteps['typed']) {
  const { language, go } = useApp()
  const words = passportJourneyWords[language]
  const today = new Date()
  const [number, setNumber] = useState(fields?.documentNumber ?? '')
  const [born, setBorn] = useState(() => typedOf(fields && birthDateOf(fields.birthDate, today)))
  const [expires, setExpires] = useState(() =>
    typedOf(fields && expiryDateOf(fields.expiryDate, today)),
  )
  const [wrong, setWrong] = useState<Wrong>()
  useHeading()

  useLayoutEffect(() => {
    const first = wrong && firstOf(wrong)
    if (first !== undefined) document.getElementById(first)?.focus()
  }, [wrong])

  const take = () => {
    const documentNumber = number.toUpperCase().replaceAll(/[\s-]/gu, '')
    const birthDate = zoneDateOf(born)
    const expiryDate = zoneDateOf(expires)
    const isNumber = /^[A-Z0-9]{1,9}$/u.test(documentNumber)
    setWrong({
      number: !isNumber,
      born: birthDate === undefined,
      expires: expiryDate === undefined,
    })
    if (!isNumber || birthDate === undefined || expiryDate === undefined) return
    const typed = { documentNumber, birthDate, expiryDate }
    go({ at: 'passport', step: 'chip', again, helping, fields: [typed], typed: true })
  }

  return (
    <AnswerForm onAnswer={take}>
      <ReadingSteps step="zone" again={again} helping={helping} />
      <h1>{words.typedTitle}</h1>
      {refused ? (
        <Notice kind="warn">
          <p>{passportTold({ kind: 'chip', code: 'wrong-password' }, language)}</p>
        </Notice>
      ) : null}
      <p>{words.typedText}</p>
      <DataPageFigure />
      <Field
        name="number"
        label={words.number}
        hint={words.numberHint}
        error={wrong?.number ? words.numberWrong : undefined}
        width="middle"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        maxlength={12}
        value={number}
        onInput={(event) => setNumber(event.currentTarget.value)}
      />
      <DateFields
        name="born"
        legend={words.born}
        hint={words.bornHint}
        error={wrong?.born ? words.bornWrong : undefined}
        value={born}
        onValue={setBorn}
      />
      <DateFields
        name="expires"
        legend={words.expires}
        hint={words.expiresHint}
        error={wrong?.expires ? words.expiresWrong : undefined}
        value={expires}
        onValue={setExpires}
      />
    </AnswerForm>
  )
}

function firstOf({ number, born, expires }: Wrong): string | undefined {
  if (number) return 'number'
  if (born) return 'born-day'
  return expires ? 'expires-day' : undefined
}

function typedOf(date: string | undefined): TypedDate {
  if (date === undefined) return noDate
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}
