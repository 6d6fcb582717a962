/** The journey to a MitID on the website (product §A.1) as one table of steps, in their order. */
import { devicesOf } from './chosen-authenticators.ts'
import type { AnsweredStep, ProofedEnrolment } from './enrolment.ts'

export type Step = 'proof' | AnsweredStep | 'confirm'

type StepRule = {
  /** The word in the address of the step's page. */
  readonly page: string
  /** What must have been answered before this can be. */
  readonly needs: readonly Step[]
  /** The answers that fall when this one is given anew, since they rest on it. */
  readonly undo: readonly AnsweredStep[]
}

export const journey: Readonly<Record<Step, StepRule>> = {
  proof: {
    page: 'nemid',
    needs: [],
    undo: ['authenticators', 'terms', 'contacts', 'user-id', 'delivery'],
  },
  authenticators: { page: 'authenticators', needs: ['proof'], undo: ['delivery'] },
  terms: { page: 'terms', needs: ['authenticators'], undo: [] },
  contacts: { page: 'contacts', needs: ['terms'], undo: [] },
  'user-id': { page: 'user-id', needs: ['contacts'], undo: [] },
  delivery: { page: 'delivery', needs: ['user-id'], undo: [] },
  confirm: { page: 'confirm', needs: ['delivery'], undo: [] },
}

export const steps = Object.keys(journey) as readonly Step[]

/** Whether the step may be opened: all it needs is answered, and all that those need. */
export function mayOpen(enrolment: ProofedEnrolment, step: Step): boolean {
  return journey[step].needs.every(
    (need) => isAnswered(enrolment, need) && mayOpen(enrolment, need),
  )
}

/** Where the person goes on: the first step that is not answered. */
export function nextStep(enrolment: ProofedEnrolment): Step {
  return steps.find((step) => !isAnswered(enrolment, step)) ?? 'confirm'
}

/** The steps that this person goes through: what needs no answer from them is not among them. */
export function stepsOf(enrolment: ProofedEnrolment): readonly Step[] {
  const none = isDeliveryNeeded(enrolment) ? undefined : 'delivery'
  return steps.filter((step) => step !== none)
}

function isDeliveryNeeded({ answers: { authenticators } }: ProofedEnrolment): boolean {
  return authenticators === undefined || devicesOf(authenticators).length > 0
}

function isAnswered(enrolment: ProofedEnrolment, step: Step): boolean {
  if (step === 'proof') return true
  if (step === 'confirm') return false
  if (step === 'delivery' && !isDeliveryNeeded(enrolment)) return true
  if (step === 'contacts') return (enrolment.answers.contacts ?? []).length > 0
  return enrolment.answers[step] !== undefined
}
