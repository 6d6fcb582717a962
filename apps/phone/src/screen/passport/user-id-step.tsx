/** The name that the person signs in with: three to take, or one of their own. */
import { Button, Field, Steps } from '@open-mitid/ui'
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
import { usePassportTask, type PassportTold } from './use-passport-task.ts'

const longest = 48

export function UserIdStep({ person }: PassportSteps['user-id']) {
  const { language, go, line } = useApp()
  const words = enrolWords[language]
  const { proof } = person
  const [suggestions, setSuggestions] = useState<readonly string[]>([])
  const [typed, setTyped] = useState('')
  const [empty, setEmpty] = useState(false)
  const asking = usePassportTask()
  const task = usePassportTask()
  const error = empty ? words.userIdMissing : wrong(task.problem)
  useHeading()
  useWrong('user-id', error)

  useEffect(() => {
    void asking.run(
      () => passportCall(line, '/api/passport/user-ids', { proof }),
      (answer) => setSuggestions(answer.suggestions),
    )
  }, [])

  const choose = (wanted: string) => {
    setEmpty(wanted === '')
    if (wanted === '') return
    void task.run(
      () => passportCall(line, '/api/passport/user-id', { proof, user_id: wanted }),
      ({ user_id: userId }) => go({ at: 'passport', step: 'authenticators', person, userId }),
    )
  }

  return (
    <AnswerForm busy={task.busy} onAnswer={() => choose(typed)}>
      <Steps language={language} step={stepOf('user-id')} of={stepsInAll} />
      <h1>{words.userIdTitle}</h1>
      <p>{words.userIdLead}</p>
      {suggestions.length > 0 ? (
        <fieldset class="field suggestions">
          <legend class="field-label">{words.suggestions}</legend>
          {suggestions.map((each) => (
            <Button
              key={each}
              look="ghost"
              translate={false}
              aria-pressed={typed === each}
              onClick={() => setTyped(each)}
            >
              {each}
            </Button>
          ))}
        </fieldset>
      ) : null}
      <Field
        name="user-id"
        label={words.own}
        hint={words.ownHint}
        error={error}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        maxlength={longest}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <PassportProblem told={error === undefined ? task.problem : undefined} />
    </AnswerForm>
  )

  function wrong(told: PassportTold | undefined): string | undefined {
    switch (told?.kind) {
      case 'user-id': {
        const reasons: Readonly<Record<string, string>> = words.userId
        return reasons[told.reason] ?? words.userIdMissing
      }
      case 'user-id-taken':
        return words.userIdTaken
      case 'user-id-wait':
        return words.userIdWait(untilWhen(told.until, language))
      default:
        return undefined
    }
  }
}
