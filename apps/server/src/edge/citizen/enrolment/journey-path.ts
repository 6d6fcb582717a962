/** The addresses of an enrolment: `/da/nemid/enr_…/contacts`, under the page that it begins on. */
import { journey, steps, type EnrolmentId, type Step } from '@open-mitid/identity/enrolment'
import type { Language } from '@open-mitid/ui/wording'

/** The pages after the last step: the MitID is there, and the ways to leave and to come back. */
type Aside = 'done' | 'leave'

export function journeyPath(language: Language, id: EnrolmentId, page?: Step | Aside): string {
  const at = `/${language}/nemid/${id}`
  if (page === undefined) return at
  return `${at}/${page === 'done' || page === 'leave' ? page : journey[page].page}`
}

/** Where somebody who has a MitID asks for another password. */
export function passwordStep(language: Language, id: EnrolmentId | ':id'): string {
  return `/${language}/nemid/${id}/password`
}

export function stepOfPage(page: string): Step | undefined {
  return steps.find((step) => journey[step].page === page)
}
