/**
 * The OpenID half of a sign-in: the request it began with, its one code, that code's one token
 * (protocols §7, invariant 4). Names that open something are stored hashed, what they open sealed.
 */
import { sql } from 'kysely'
import { appendEvents, type EventDraft } from '@open-mitid/identity/ledger'
import type { AbortReason, SignInId } from '@open-mitid/identity/sign-in'
import {
  accept,
  equalBytes,
  refuse,
  type Bytes,
  type Instant,
  type Random,
  type Result,
  type Seconds,
} from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { chainParts, ledgerParts } from '../ledger/index.ts'
import { goneOn, readNow } from '../kept.ts'
import { sha256 } from '../sha256.ts'
import { statement } from '../statement.ts'
import { part, together } from '../together.ts'
import { seal, unsealText, type Vault } from '../vault/index.ts'
import { codeColumns, codePlace, openCode, type CodeRow, type FoundCode } from './code-row.ts'
import { openKeptAnswers, type KeptAnswers } from './kept-answers.ts'
import { requestPlace } from './kept-request.ts'
import type { ClientAssertion } from './pushed-requests.ts'
import { completedColumns, completedOf, signedInSource } from './signed-in.ts'
import type { Completed, CompletedRow } from './signed-in.ts'

export type EndReason = AbortReason | 'cancel' | 'not_me' | 'expired'

/** How a sign-in stands for the service that waits for it. */
export type SignInOutcome =
  | { readonly state: 'completed'; readonly completed: Completed }
  | { readonly state: 'ended'; readonly reason: EndReason }
  | { readonly state: 'under-way'; readonly signIn: SignInId }

type Resumed = { readonly request: string; readonly outcome: SignInOutcome }

type NewCode = { readonly code: string; readonly payload: string; readonly life: Seconds }

type Redemption = {
  readonly token: string
  readonly tokenLife: Seconds
  readonly events: readonly EventDraft[]
  readonly assertion?: ClientAssertion | undefined
}
type RedemptionRefusal = { readonly kind: 'code-spent' | 'assertion-used' }

export type Interactions = {
  /** For the browser that started it; for any other, as if there were none. */
  resume(uid: string, browser: Bytes | undefined): Promise<Resumed | undefined>
  /**
   * Answers false where the sign-in is not completed, its person blocked, or it has had a code. The
   * very code it has had is taken once more while it lasts and nobody has used it.
   */
  issueCode(signIn: SignInId, code: NewCode): Promise<boolean>
  findCode(code: string): Promise<FoundCode | undefined>
  /**
   * Spends the code for a token, with the events that tell of it: of all who try, one wins, and
   * nobody once the person is blocked.
   */
  redeem(code: FoundCode, redemption: Redemption): Promise<Result<undefined, RedemptionRefusal>>
  /** Undefined too while the person is blocked. */
  findToken(token: string): Promise<FoundCode | undefined>
  /** Counts a question about the person's CPR number, with its event; false where none is left. */
  countCprTry(token: FoundCode, event: EventDraft): Promise<boolean>
  /** A code that is presented again takes its token with it (RFC 6749 §4.1.2). */
  revokeToken(signIn: string): Promise<void>
}

type ResumedRow = CompletedRow & {
  request: Bytes
  state: 'open' | 'claimed' | 'approved' | 'completed' | 'refused' | 'aborted'
  ended_reason: EndReason | null
  open_until: Instant
  ends: Instant
}

const resume = statement<{ uid: Bytes; browser: Bytes | null }, ResumedRow>(
  'resume-interaction',
  (p) => sql`
    select interaction.request, sign_in.state, sign_in.ended_reason, sign_in.open_until,
      sign_in.expires_at as ends, ${completedColumns}
    from mitid.interaction join mitid.sign_in on sign_in.id = interaction.sign_in_id
    where uid_sha256 = ${p.uid} and sign_in.browser = ${p.browser}
      and interaction.expires_at > mitid.now()
  `,
)

/** Answers what redeeming it takes, as it stands now. */
const issueCode = statement<
  { sign_in: string; code: Bytes; sealed: Bytes; life: Seconds },
  CodeRow
>(
  'issue-code',
  (p) => sql`
    update mitid.interaction
    set code_sha256 = ${p.code}, code_sealed = coalesce(code_sealed, ${p.sealed}),
      code_until = coalesce(interaction.code_until, mitid.now() + make_interval(secs => ${p.life}::float8))
    from mitid.sign_in join mitid.person on person.id = sign_in.person_id
      join mitid.chain on chain.subject = sign_in.person_id
    where sign_in_id = ${p.sign_in} and interaction.expires_at > mitid.now()
      and (code_sha256 is null
        or code_sha256 = ${p.code} and code_used_at is null
          and interaction.code_until > mitid.now())
      and sign_in.id = ${p.sign_in} and sign_in.state = 'completed' and person.state = 'active'
    returning ${codeColumns}
  `,
)

const findCode = statement<{ code: Bytes }, CodeRow>(
  'find-code',
  (p) => sql`
    select ${codeColumns}
    from mitid.interaction ${signedInSource} where code_sha256 = ${p.code}
  `,
)
const findToken = statement<{ token: Bytes }, CodeRow>(
  'find-token',
  (p) => sql`
    select ${codeColumns}
    from mitid.interaction ${signedInSource}
    where token_sha256 = ${p.token} and token_until > mitid.now() and person.state = 'active'
  `,
)
const findAgain = statement<{ sign_in: string }, CodeRow>(
  'find-code-again',
  (p) => sql`
    select ${codeColumns}
    from mitid.interaction ${signedInSource} where sign_in_id = ${p.sign_in}
  `,
)

const spendCode = statement<{ sign_in: string; token: Bytes; life: Seconds }>(
  'spend-code',
  (p) => sql`
    update mitid.interaction
    set code_used_at = mitid.now(), token_sha256 = ${p.token},
      token_until = mitid.now() + make_interval(secs => ${p.life}::float8)
    where sign_in_id = ${p.sign_in} and code_used_at is null and code_until > mitid.now()
      and exists (
        select from mitid.sign_in join mitid.person on person.id = sign_in.person_id
        where sign_in.id = ${p.sign_in} and person.state = 'active')
  `,
)
const spendAssertion = statement<ClientAssertion>(
  'spend-assertion',
  (p) => sql`
    insert into mitid.client_assertion (sha256, expires_at)
    values (${p.sha256}, mitid.now() + make_interval(secs => ${p.life}::float8))
    on conflict do nothing
  `,
)
const revokeToken = statement<{ sign_in: string }>(
  'revoke-token',
  (p) => sql`
    update mitid.interaction set token_sha256 = null
    where sign_in_id = ${p.sign_in} and token_sha256 is not null
  `,
)

const countCprTry = statement<{ sign_in: string; tries: number }>(
  'count-cpr-try',
  (p) => sql`
    update mitid.interaction set cpr_tries = cpr_tries + 1
    where sign_in_id = ${p.sign_in} and cpr_tries = ${p.tries} and token_sha256 is not null
  `,
)

/** Whoever else writes to the person's chain at the same time makes us load it again. */
const tries = 5
const uniqueViolation = '23505'

export function openInteractions(
  db: Database,
  vault: Vault,
  random: Random,
  kept: KeptAnswers = openKeptAnswers(),
): Interactions {
  return {
    async resume(uid, browser) {
      const known = recallCompleted(kept, uid, browser)
      if (known) return known
      const row = await db.first(resume, { uid: sha256(uid), browser: browser ?? null })
      if (!row) return undefined
      const request = unsealText(vault.system, requestPlace(row.id), row.request)
      return { request, outcome: outcomeOf(row) }
    },

    async issueCode(signIn, { code, payload, life }) {
      const sealed = seal(vault.system, codePlace(signIn), payload)
      const params = { sign_in: signIn, code: sha256(code), sealed, life }
      try {
        const row = await db.first(issueCode, params)
        if (row) kept.codes.keep(code, { row, reading: readNow(row.now) })
        return row !== undefined
      } catch (fault) {
        // Another opening of the same pushed request has its code already.
        if ((fault as { code?: string }).code === uniqueViolation) return false
        throw fault
      }
    },

    async findCode(code) {
      const known = kept.codes.take(code)
      if (known) return openCode(vault, known.row, goneOn(known.reading).now)
      const row = await db.first(findCode, { code: sha256(code) })
      return row && openCode(vault, row)
    },

    async redeem(code, { token, tokenLife, events, assertion }) {
      const { signIn } = code.signedIn
      let found: FoundCode | undefined = code
      for (let left = tries; left > 0 && found && !found.spent; left -= 1) {
        const { recalled } = found
        const { key, chain, now } = found.signedIn.ledger
        const parts = [
          ...ledgerParts(appendEvents(chain, events, { random, now }), key),
          part(spendCode, { sign_in: signIn, token: sha256(token), life: tokenLife }),
          ...(assertion ? [part(spendAssertion, assertion)] : []),
        ]
        const written = await together(db, parts, recalled ? now : undefined)
        if (written.ok) return accept(undefined)
        const { part: lost } = written.refusal
        if (lost === spendAssertion.name) return refuse({ kind: 'assertion-used' })
        if (!recalled && !chainParts.has(lost)) break
        const row = await db.first(findAgain, { sign_in: signIn })
        found = row && (await openCode(vault, row))
        // Its library could not see that it is presented again, and leaves the token alone.
        if (recalled && found?.spent === true) await db.affect(revokeToken, { sign_in: signIn })
      }
      return refuse({ kind: 'code-spent' })
    },

    async findToken(token) {
      const row = await db.first(findToken, { token: sha256(token) })
      return row && openCode(vault, row)
    },

    async countCprTry({ cprTries, signedIn }, event) {
      const { key, chain, now } = signedIn.ledger
      const written = await together(db, [
        ...ledgerParts(appendEvents(chain, [event], { random, now }), key),
        part(countCprTry, { sign_in: signedIn.signIn, tries: cprTries }),
      ])
      return written.ok
    },

    async revokeToken(signIn) {
      await db.affect(revokeToken, { sign_in: signIn })
    },
  }
}

/** A request stays as it was made, and a completion too: to this browser there is nothing to read. */
function recallCompleted(
  kept: KeptAnswers,
  uid: string,
  browser: Bytes | undefined,
): Resumed | undefined {
  const request = kept.requests.take(uid)
  const completion = request && kept.completions.take(request.signIn)
  if (!completion || !browser || !equalBytes(request.browser, browser)) return undefined
  return { request: request.content, outcome: { state: 'completed', completed: completion } }
}

function outcomeOf(row: ResumedRow): SignInOutcome {
  switch (row.state) {
    case 'completed':
      return { state: 'completed', completed: completedOf(row) }
    case 'refused':
    case 'aborted':
      return { state: 'ended', reason: row.ended_reason ?? 'user' }
    case 'open':
    case 'claimed':
    case 'approved': {
      const overdue = row.now >= (row.state === 'open' ? row.open_until : row.ends)
      return overdue
        ? { state: 'ended', reason: 'expired' }
        : { state: 'under-way', signIn: row.id }
    }
  }
}
