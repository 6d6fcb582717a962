/** The code that was sent to a number or an address. */
import { PinField, Steps } from '@open-mitid/ui'
import { plural } from '@open-mitid/ui/wording'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { untilWhen } from '../../app/told.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useWrong } from '../../app/use-wrong.ts'
import { passportCall } from '../../core/passport/index.ts'
import { AnswerForm } from '../../part/answer-form.tsx'
import { enrolWords } from '../../words/enrol-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsInAll } from './step-number.ts'
import { usePassportTask } from './use-passport-task.ts'

export function ContactCodeStep({ person, channel, to, until }: PassportSteps['contact-code']) {
  const { language, go, line } = useApp()
  const words = enrolWords[language]
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  const task = usePassportTask()
  const wrong = task.problem?.kind === 'code-wrong' ? task.problem : undefined
  const error = short
    ? words.codeMissing
    : wrong && words.codeWrong(plural(wrong.tries_left, language, words.triesLeft))
  useHeading()
  useWrong('contact-code', error)
  useEffect(() => {
    if (wrong) setCode('')
  }, [wrong])

  const check = () => {
    setShort(code.length < 6)
    if (code.length < 6) return
    void task.run(
      () => passportCall(line, '/api/passport/contact-code', { proof: person.proof, code }),
      () => {
        const contacts = { ...person.contacts, [channel]: to }
        go({ at: 'passport', step: 'contacts', person: { ...person, contacts } })
      },
      (told) => {
        const over =
          told.kind === 'code-over' || (told.kind === 'code-wrong' && told.tries_left === 0)
        if (over) go({ at: 'passport', step: 'contacts', person, over: true })
      },
    )
  }

  return (
    <AnswerForm busy={task.busy} onAnswer={check}>
      <Steps language={language} step={stepOf('contacts')} of={stepsInAll} />
      <h1>{words.codeTitle}</h1>
      <p>
        <bdi>{words.codeSent(to)}</bdi> {words.codeUntil(untilWhen(until, language))}
      </p>
      <PinField
        name="contact-code"
        label={words.code}
        error={error}
        autocomplete="one-time-code"
        value={code}
        onValue={setCode}
      />
      <PassportProblem told={wrong ? undefined : task.problem} />
    </AnswerForm>
  )
}
