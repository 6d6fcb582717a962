/** What the person says yes to: what matters most here, and both texts whole on the website. */
import { Checkbox, Notice, StatusLine, Steps } from '@open-mitid/ui'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useWrong } from '../../app/use-wrong.ts'
import { passportCall } from '../../core/passport/index.ts'
import { AnswerForm } from '../../part/answer-form.tsx'
import { enrolWords } from '../../words/enrol-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsInAll } from './step-number.ts'
import { usePassportTask } from './use-passport-task.ts'

/** Where the website has both texts. */
const texts = {
  da: { terms: '/da/vilkaar', privacy: '/da/privatliv' },
  en: { terms: '/en/terms', privacy: '/en/privacy' },
} as const

type Versions = { readonly terms: string; readonly privacy: string }

export function TermsStep({ person }: PassportSteps['terms']) {
  const { language, go, line, settings } = useApp()
  const words = enrolWords[language]
  const [versions, setVersions] = useState<Versions>()
  const [accepted, setAccepted] = useState(false)
  const [missing, setMissing] = useState(false)
  const [changed, setChanged] = useState(false)
  const task = usePassportTask()
  const { proof } = person
  const error = missing ? words.acceptMissing : undefined
  useHeading()
  useWrong('accepted', error)

  const fetchTerms = () =>
    task.run(() => passportCall(line, '/api/passport/enrol', { proof }), setVersions)
  useEffect(() => {
    void fetchTerms()
  }, [])

  const accept = () => {
    setMissing(!accepted)
    if (!versions) return fetchTerms()
    if (!accepted) return undefined
    return task.run(
      () => passportCall(line, '/api/passport/terms', { proof, ...versions }),
      () => go({ at: 'passport', step: 'contacts', person }),
      (told) => {
        if (told.kind !== 'terms-changed') return undefined
        setChanged(true)
        setAccepted(false)
        return fetchTerms()
      },
    )
  }

  const site = settings.websiteOrigin ?? ''
  const onSite = texts[language]
  return (
    <AnswerForm busy={task.busy} back={false} onAnswer={() => void accept()}>
      <Steps language={language} step={stepOf('terms')} of={stepsInAll} />
      <h1>{words.termsTitle}</h1>
      <p>{words.termsLead}</p>
      <ul class="points">
        {words.termsPoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p>
        <a href={site + onSite.terms} target="_blank" rel="noreferrer">
          {words.readTerms}
        </a>
      </p>
      <p>
        <a href={site + onSite.privacy} target="_blank" rel="noreferrer">
          {words.readPrivacy}
        </a>
      </p>
      {changed ? (
        <Notice kind="warn" live>
          <p>{words.termsChanged}</p>
        </Notice>
      ) : null}
      {!versions && !task.problem ? (
        <StatusLine state="working">{words.fetching}</StatusLine>
      ) : (
        <Checkbox
          name="accepted"
          label={words.accept}
          error={error}
          checked={accepted}
          onChecked={setAccepted}
        />
      )}
      <PassportProblem told={task.problem?.kind === 'terms-changed' ? undefined : task.problem} />
    </AnswerForm>
  )
}
