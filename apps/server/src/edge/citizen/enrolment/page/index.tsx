/** Each step's page, by the step: the table is complete by the compiler. */
import type { ComponentChildren } from 'preact'
import { ErrorSummary, Steps } from '@open-mitid/ui'
import {
  stepsOf,
  type AuthenticatorKind,
  type OlderEidWay,
  type ProofedEnrolment,
  type Step,
} from '@open-mitid/identity/enrolment'
import type { UserId } from '@open-mitid/identity/person'
import type { Content } from '../../site-page.tsx'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { journeyWords } from '../words/journey-words.ts'
import { authenticatorsPage } from './authenticators-page.tsx'
import { confirmPage } from './confirm-page.tsx'
import { contactsPage } from './contacts-page.tsx'
import { deliveryPage } from './delivery-page.tsx'
import { termsPage } from './terms-page.tsx'
import { userIdPage } from './user-id-page.tsx'

/** What has to be put right, and in which field. */
export type Fault = { readonly id: string; readonly text: string }

/** What the page shows beside what the enrolment holds: what was just typed, and what is wrong. */
export type Shown = {
  readonly fault?: Fault | undefined
  readonly typed?: string | undefined
  readonly way?: OlderEidWay | undefined
  readonly chosen?:
    | {
        readonly first: AuthenticatorKind | undefined
        readonly spare: AuthenticatorKind | 'none' | undefined
      }
    | undefined
  readonly delivery?: { readonly to: 'home' | 'centre' | undefined; readonly centre: string }
  readonly suggested?: readonly UserId[]
}

/** One step: its own title, and what stands beneath it. */
type StepContent = { readonly title: string; readonly body: ComponentChildren }
export type StepPage = (reader: Reader, enrolment: ProofedEnrolment, shown: Shown) => StepContent

const pages: Readonly<Record<Exclude<Step, 'proof'>, StepPage>> = {
  authenticators: authenticatorsPage,
  terms: termsPage,
  contacts: contactsPage,
  'user-id': userIdPage,
  delivery: deliveryPage,
  confirm: confirmPage,
}

export function stepPage(
  reader: Reader,
  enrolment: ProofedEnrolment,
  step: Exclude<Step, 'proof'>,
  shown: Shown,
): Content {
  const { title, body } = pages[step](reader, enrolment, shown)
  const all = stepsOf(enrolment)
  const place = all.indexOf(step)
  const before = all[place - 1]
  const text = textsFor(reader, journeyWords)
  const back =
    before && before !== 'proof' ? journeyPath(reader.language, enrolment.id, before) : undefined
  return journeyContent(reader, {
    title,
    fault: shown.fault,
    step: place + 1,
    of: all.length,
    back: back === undefined ? undefined : { href: back, label: text.back },
    leave: journeyPath(reader.language, enrolment.id, 'leave'),
    body,
  })
}

type Around = {
  readonly title: string
  readonly fault?: Fault | undefined
  readonly step: number
  /** Undefined where there are no steps to count. */
  readonly of: number | undefined
  readonly back?: { readonly href: string; readonly label: string } | undefined
  readonly leave: string
  readonly body: ComponentChildren
}

/** What all steps have around them. */
export function journeyContent(reader: Reader, around: Around): Content {
  const { language } = reader
  const { title, fault, back } = around
  const text = textsFor(reader, journeyWords)
  const body = (
    <div class="journey stack">
      {fault ? <ErrorSummary language={language} errors={[fault]} /> : null}
      {around.of === undefined ? null : (
        <Steps language={language} step={around.step} of={around.of} />
      )}
      <h1>{title}</h1>
      {around.body}
      <p class="journey-foot no-print">
        {back ? <a href={back.href}>{back.label}</a> : null}
        <a href={around.leave}>{text.leave}</a>
      </p>
      <p class="small muted">{text.kept}</p>
    </div>
  )
  const shownTitle = fault ? `${text.wrong}: ${title}` : title
  return { title: shownTitle, summary: text.summary, script: true, body }
}
