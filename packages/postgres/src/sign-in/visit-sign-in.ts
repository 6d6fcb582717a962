/** A profile and the sign-in that it calls about, in one query; the call's whole move in one write. */
import { sql, type RawBuilder } from 'kysely'
import type { ProfileId } from '@open-mitid/identity/authenticator'
import type {
  EvidenceVisit,
  SignInId,
  SignInLocator,
  SignInVisit,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import {
  callerColumns,
  callerSource,
  openCaller,
  turnParts,
  type CallerRow,
} from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { statement, type Statement } from '../statement.ts'
import { together } from '../together.ts'
import type { Vault } from '../vault/index.ts'
import { moveParts } from './move-parts.ts'
import { signInColumns, signInOf, type SignInRow } from './sign-in-row.ts'

type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null }
type VisitRow = CallerRow &
  (SignInRow | (Nullable<SignInRow> & { readonly sign_in_id: null })) & {
    readonly known_from: Instant | null
  }

function visitBy<Locator extends object>(
  name: string,
  condition: (locator: Locator) => RawBuilder<unknown>,
): Statement<Locator & { profile: string }, VisitRow> {
  return statement(
    name,
    (p) => sql`
      select ${callerColumns}, ${signInColumns}, known.known_from
      from ${callerSource} left join mitid.sign_in on ${condition(p)}
        left join mitid.known_browser as known on known.browser = sign_in.browser
          and known.person_id = profile.person_id
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
  db: Database,
  vault: Vault,
  profile: ProfileId,
  id: SignInId,
): Promise<EvidenceVisit | undefined> {
  const visit = await visitSignIn(db, vault, profile, { id })
  if (!visit) return undefined
  const binding = visit.signIn && (await db.first(findApproved, { id }))
  return { ...visit, binding: binding?.jws }
}

export async function visitSignIn(
  db: Database,
  vault: Vault,
  profile: ProfileId,
  by: SignInLocator,
): Promise<SignInVisit | undefined> {
  const row = await findRow(db, profile, by)
  if (!row) return undefined
  const opened = await openCaller(vault, row)
  const { caller, key } = opened
  const found = row.sign_in_id === null ? undefined : row
  // What another person has claimed cannot be opened for this one: to them it is not there.
  const theirs = found && [null, row.person_id].includes(found.claimant_person) ? found : undefined
  return {
    caller,
    signIn: theirs && signInOf(theirs, { system: vault.system, person: key }),
    knownBrowser: row.known_from !== null && row.known_from <= row.now,
    async write(turn, move) {
      const person = { key, remembersBrowser: row.known_from !== null }
      const moved = move && theirs ? moveParts(theirs, move, person) : []
      return (await together(db, [...turnParts(opened, turn), ...moved])).ok
    },
  }
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
