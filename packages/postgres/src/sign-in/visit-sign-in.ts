/** A profile and the sign-in that it calls about, in one query; the call's whole move in one write. */
import { sql, type RawBuilder } from 'kysely'
import type { ProfileId } from '@open-mitid/identity/authenticator'
import type { OrganisationId } from '@open-mitid/identity/service'
import type {
  EvidenceVisit,
  SignInId,
  SignInLocator,
  SignInMove,
  SignInVisit,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import {
  callerColumns,
  callerSource,
  held,
  openCaller,
  recalledCaller,
  takeTurn,
  type CallerRow,
  type OpenedCaller,
} from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { statement, type Statement } from '../statement.ts'
import { together } from '../together.ts'
import type { KeptSignIn, KeptSteps, VisitPorts } from './kept-steps.ts'
import { moveParts, type MovedFrom } from './move-parts.ts'
import { signInColumns, signInOf, type SignInRow } from './sign-in-row.ts'

type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null }
type VisitRow = CallerRow &
  (SignInRow | (Nullable<SignInRow> & { readonly sign_in_id: null })) & {
    readonly known_from: Instant | null
    readonly organisation_id: OrganisationId | null
    readonly known_sub: string | null
  }

function visitBy<Locator extends object>(
  name: string,
  condition: (locator: Locator) => RawBuilder<unknown>,
): Statement<Locator & { profile: string }, VisitRow> {
  return statement(
    name,
    (p) => sql`
      select ${callerColumns}, ${signInColumns}, known.known_from, client.organisation_id,
        pairwise.sub as known_sub
      from ${callerSource} left join mitid.sign_in on ${condition(p)}
        left join mitid.known_browser as known on known.browser = sign_in.browser
          and known.person_id = profile.person_id
        left join mitid.client on client.id = sign_in.client_id
        left join mitid.pairwise on pairwise.organisation_id = client.organisation_id
          and pairwise.person_id = profile.person_id
      where profile.id = ${p.profile}
    `,
  )
}

const byQid = visitBy<{ qid: string | null }>('visit-by-qid', (p) => sql`sign_in.qid = ${p.qid}`)
const byId = visitBy<{ id: string }>('visit-by-id', (p) => sql`sign_in.id = ${p.id}`)
/** Drawn at random for one user ID, 40 bits do not meet within three minutes. */
const byCode = visitBy<{ mac: Bytes | null }>(
  'visit-by-code',
  (p) => sql`
    sign_in.user_id_hash = person.user_id_index and sign_in.code_mac = ${p.mac}`,
)

/** The binding under which a sign-in was approved; there is one of each epoch there has been. */
const findApproved = statement<{ id: string }, { jws: string }>(
  'find-approved-binding',
  (p) => sql`
    select binding.jws from mitid.sign_in join mitid.binding
      on binding.profile_id = sign_in.profile_id and binding.pin_epoch = sign_in.pin_epoch
    where sign_in.id = ${p.id}
  `,
)

export async function visitEvidence(
  ports: VisitPorts,
  profile: ProfileId,
  id: SignInId,
): Promise<EvidenceVisit | undefined> {
  const visit = await visitSignIn(ports, profile, { id })
  if (!visit) return undefined
  const binding = visit.signIn && (await ports.db.first(findApproved, { id }))
  return { ...visit, binding: binding?.jws }
}

export async function visitSignIn(
  { db, vault, kept }: VisitPorts,
  profile: ProfileId,
  by: SignInLocator,
): Promise<SignInVisit | undefined> {
  const row = await findRow(db, profile, by)
  if (!row) return undefined
  const opened = await openCaller(vault, row)
  const found = row.sign_in_id === null ? undefined : row
  // What another person has claimed cannot be opened for this one: to them it is not there.
  const theirs = found && [null, row.person_id].includes(found.claimant_person) ? found : undefined
  const about = theirs && {
    signIn: signInOf(theirs, { system: vault.system, person: opened.key }),
    from: theirs,
    organisation: held(theirs.organisation_id),
    sub: theirs.known_sub ?? undefined,
    knownFrom: theirs.known_from ?? undefined,
  }
  return visitOf({ db, kept }, opened, about)
}

/** The next call about a sign-in, from what the one before has left. */
export function recallVisit(
  { db, kept }: VisitPorts,
  profile: ProfileId,
  id: SignInId,
): SignInVisit | undefined {
  const known = kept.callers.take(profile)
  if (known?.about.signIn.id !== id) return undefined
  const { about } = known
  const opened = recalledCaller(known.opened)
  return visitOf({ db, kept, decidedAt: opened.caller.now }, opened, about)
}

type Writing = Pick<VisitPorts, 'db' | 'kept'> & { readonly decidedAt?: Instant }

function visitOf(
  { db, kept, decidedAt }: Writing,
  opened: OpenedCaller,
  about: KeptSignIn | undefined,
): SignInVisit {
  const { caller, key } = opened
  const { now } = caller
  const knownFrom = about?.knownFrom
  return {
    caller,
    signIn: about?.signIn,
    knownBrowser: knownFrom !== undefined && knownFrom <= now,
    async write(turn, move) {
      const { parts, after } = takeTurn(opened, turn)
      const person = { key, remembersBrowser: knownFrom !== undefined }
      const moved = move && about ? moveParts(about.from, move, person) : []
      if (!(await together(db, [...parts, ...moved], decidedAt)).ok) return false
      if (move && about) keepStep(kept, after, { ...about, ...leftBy(move.to, about.from) })
      return true
    },
  }
}

function leftBy(signIn: SignInMove['to'], { wrong_profiles }: MovedFrom) {
  return { signIn, from: { sign_in_state: signIn.state, wrong_profiles } }
}

/** Who has claimed will prove their PIN next, and whose approval it is, their browser will finish. */
function keepStep(kept: KeptSteps, opened: OpenedCaller, about: KeptSignIn): void {
  const { signIn } = about
  const { caller, reading, key } = opened
  const { profile, person, chain } = caller
  if (signIn.state === 'claimed') kept.callers.keep(profile.id, { opened, about })
  if (signIn.state !== 'approved' || profile.state !== 'active') return
  const { id, binding } = profile
  const claimant = { person, profile: { id, active: true }, chain, binding }
  kept.approvals.keep(signIn.id, { ...about, reading, claimant, key })
}

function findRow(
  db: Database,
  profile: ProfileId,
  by: SignInLocator,
): Promise<VisitRow | undefined> {
  if ('qid' in by) return db.first(byQid, { profile, qid: by.qid ?? null })
  if ('codeMac' in by) return db.first(byCode, { profile, mac: by.codeMac ?? null })
  return db.first(byId, { profile, id: by.id })
}
