/**
 * A user ID is chosen. That one is taken is told only to somebody whose identity is proved, and
 * only so many times (product §A): whoever is curious leaves their name behind.
 */
import {
  accept,
  Instant,
  refuse,
  type Result,
  type Seconds,
  type UseCase,
} from '@open-mitid/kernel'
import { candidateUserIds, UserId, type UserIdRefusal } from '../person/index.ts'
import { answer, type ProofedEnrolment } from './enrolment.ts'
import type { Enrolments, OwnEnrolment } from './enrolments.ts'
import { moveAt, type OwnEnrolmentRefusal } from './moves.ts'

type Ports = { readonly enrolments: Enrolments }

export type ChooseUserIdRefusal =
  | UserIdRefusal
  | { readonly kind: 'user-id-taken' }
  | { readonly kind: 'user-id-wait'; readonly until: Instant }

type Choose = UseCase<
  OwnEnrolment & { readonly typed: string },
  UserId,
  ChooseUserIdRefusal | OwnEnrolmentRefusal
>

/** So many questions in one window of time. */
const mostQuestions = 30
const window: Seconds = 10 * 60

export function chooseUserId({ enrolments }: Ports): Choose {
  return ({ typed, ...own }) =>
    moveAt<UserId, ChooseUserIdRefusal>(enrolments, own, 'user-id', async (enrolment, { now }) => {
      const { counted, result } = await look(enrolments, enrolment, typed, now)
      return { to: result.ok ? answer(counted, 'user-id', result.value) : counted, result }
    })
}

/** The same without choosing it: told while it is typed. */
export function checkUserId({ enrolments }: Ports): Choose {
  return ({ typed, ...own }) =>
    moveAt<UserId, ChooseUserIdRefusal>(enrolments, own, 'user-id', async (enrolment, { now }) => {
      const { counted, result } = await look(enrolments, enrolment, typed, now)
      return { ...(counted === enrolment ? {} : { to: counted }), result }
    })
}

/** Three that are free. They are the same each time, so that a page that is opened again is the same. */
export function suggestUserIds({
  enrolments,
}: Ports): UseCase<OwnEnrolment, readonly UserId[], OwnEnrolmentRefusal> {
  return (own) =>
    moveAt<readonly UserId[], never>(enrolments, own, 'user-id', async ({ id, proof }) => {
      const free = await enrolments.free(candidateUserIds(proof, id))
      return { result: accept(free.slice(0, 3)) }
    })
}

type Looked = {
  readonly counted: ProofedEnrolment
  readonly result: Result<UserId, ChooseUserIdRefusal>
}

/** What breaks a rule is told without a question: only questions are counted. */
async function look(
  enrolments: Enrolments,
  enrolment: ProofedEnrolment,
  typed: string,
  now: Instant,
): Promise<Looked> {
  const parsed = UserId.parse(typed, enrolment.proof.cpr)
  if (!parsed.ok) return { counted: enrolment, result: parsed }
  if (parsed.value === enrolment.answers['user-id']) return { counted: enrolment, result: parsed }
  const until = Instant.plus(enrolment.asked.since, window)
  const { times, since } = now < until ? enrolment.asked : { times: 0, since: now }
  if (times >= mostQuestions)
    return { counted: enrolment, result: refuse({ kind: 'user-id-wait', until }) }
  const counted = { ...enrolment, asked: { times: times + 1, since } }
  const [free] = await enrolments.free([parsed.value])
  return { counted, result: free === undefined ? refuse({ kind: 'user-id-taken' }) : parsed }
}
