/** Where the person can be reached: one place is enough, two are better; each is checked by a code. */
import { AppBar, AppFrame, Button, Field, Notice, Steps } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { Channel, PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useWrong } from '../../app/use-wrong.ts'
import { passportCall } from '../../core/passport/index.ts'
import { commonWords } from '../../words/common-words.ts'
import { enrolWords } from '../../words/enrol-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsInAll } from './step-number.ts'
import { usePassportTask } from './use-passport-task.ts'

type Props = PassportSteps['contacts']

export function ContactsStep({ person, over }: Props) {
  const { language, go } = useApp()
  const words = enrolWords[language]
  const some = Object.keys(person.contacts).length > 0
  useHeading()
  return (
    <AppFrame
      bar={<AppBar language={language} />}
      foot={
        some ? (
          <Button onClick={() => go({ at: 'passport', step: 'user-id', person })}>
            {commonWords[language].goOn}
          </Button>
        ) : undefined
      }
    >
      <Steps language={language} step={stepOf('contacts')} of={stepsInAll} />
      <h1>{words.contactsTitle}</h1>
      <p>{words.contactsLead}</p>
      {over ? (
        <Notice kind="warn">
          <p>{words.codeOver}</p>
        </Notice>
      ) : null}
      <Contact person={person} channel="sms" />
      <Contact person={person} channel="email" />
      {some ? null : <p class="small muted">{words.noContact}</p>}
    </AppFrame>
  )
}

const kinds = {
  sms: { type: 'tel', autocomplete: 'tel' },
  email: { type: 'email', autocomplete: 'email' },
} as const

function Contact({ person, channel }: { person: Props['person']; channel: Channel }) {
  const { language, go, line } = useApp()
  const words = enrolWords[language]
  const text = words.contact[channel]
  const checked = person.contacts[channel]
  const [to, setTo] = useState('')
  const [empty, setEmpty] = useState(false)
  const task = usePassportTask()
  const wrong = task.problem?.kind === 'contact' || task.problem?.kind === 'malformed'
  const error = empty || wrong ? text.wrong : undefined
  useWrong(channel, error)

  if (checked !== undefined)
    return (
      <Notice kind="done">
        <p>{text.checked(checked)}</p>
      </Notice>
    )

  const send = () => {
    const given = to.trim()
    setEmpty(given === '')
    if (given === '') return
    const asked = { proof: person.proof, channel, to: given, language }
    void task.run(
      () => passportCall(line, '/api/passport/contact', asked),
      ({ until }) =>
        go({ at: 'passport', step: 'contact-code', person, channel, to: given, until }),
    )
  }

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Field
        name={channel}
        {...kinds[channel]}
        label={text.label}
        hint={text.hint}
        error={error}
        value={to}
        onInput={(event) => setTo(event.currentTarget.value)}
      />
      {task.problem?.kind === 'too-many-codes' ? (
        <Notice kind="warn" live>
          <p>{words.tooManyCodes}</p>
        </Notice>
      ) : (
        <PassportProblem told={wrong ? undefined : task.problem} />
      )}
      <Button look="ghost" busy={task.busy ? commonWords[language].working : undefined}>
        {text.send}
      </Button>
    </form>
  )
}
