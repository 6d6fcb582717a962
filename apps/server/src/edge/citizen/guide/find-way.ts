/** The guide: a few questions that lead to the way which fits a person (product §A). */

/** In the order in which they are asked; the later ones only where they still decide something. */
const questions = ['age', 'mitid', 'nemid', 'passport', 'phone'] as const
export type Question = (typeof questions)[number]
type Answer = 'yes' | 'no'
export type GivenAnswers = Partial<Readonly<Record<Question, Answer>>>

export type Way = 'nemid' | 'passport' | 'centre' | 'too-young' | 'has-mitid'

/** What each answer ends with, where it ends with something. */
const ends: Readonly<Record<Question, Partial<Readonly<Record<Answer, Way>>>>> = {
  age: { no: 'too-young' },
  mitid: { yes: 'has-mitid' },
  nemid: { yes: 'nemid' },
  passport: { no: 'centre' },
  phone: { yes: 'passport', no: 'centre' },
}

export function findWay(given: GivenAnswers): { readonly ask: Question } | { readonly way: Way } {
  for (const question of questions) {
    const answer = given[question]
    if (answer === undefined) return { ask: question }
    const way = ends[question][answer]
    if (way !== undefined) return { way }
  }
  return { way: 'centre' }
}

/** What an address says was answered; anything else in it counts for nothing. */
export function givenAnswers(query: Readonly<Record<string, unknown>>): GivenAnswers {
  const said = questions.flatMap((question) => {
    const answer = query[question]
    return answer === 'yes' || answer === 'no' ? [[question, answer] as const] : []
  })
  return Object.fromEntries(said)
}
