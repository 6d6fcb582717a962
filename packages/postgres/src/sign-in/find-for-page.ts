/** A sign-in for its page: with whoever has claimed it, as they stand now, and its one write. */
import { sql, type RawBuilder } from 'kysely'
import type { AssuranceLevel } from '@open-mitid/identity/person'
import type { OrganisationId } from '@open-mitid/identity/service'
import type {
  AppCompletedSignIn,
  Claimant,
  FoundSignIn,
  SignInId,
} from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { held } from '../authenticator/index.ts'
import type { Database } from '../database.ts'
import { goneOn } from '../kept.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import type { DataKey } from '../vault/index.ts'
import type { Completed } from '../oidc/signed-in.ts'
import type { KeptSteps, VisitPorts } from './kept-steps.ts'
import { moveParts, type MovedFrom } from './move-parts.ts'
import { signInColumns, signInOf, type SignInRow } from './sign-in-row.ts'

type ClaimantColumns = {
  readonly person_state: 'active' | 'blocked'
  readonly ial: AssuranceLevel
  readonly user_id_index: Bytes
  readonly wrapped_key: Bytes
  readonly profile_state: string
  readonly n: number
  readonly head: Bytes
}
type Nullable<Row> = { readonly [Column in keyof Row]: Row[Column] | null }
type PageRow = SignInRow &
  Nullable<ClaimantColumns> & {
    readonly now: Instant
    readonly organisation_id: OrganisationId
    readonly binding: string | null
    readonly known_sub: string | null
  }

const select = (condition: RawBuilder<unknown>) => sql<PageRow>`
  select mitid.now() as now, ${signInColumns}, client.organisation_id,
    person.state as person_state, person.ial, person.user_id_index, person.wrapped_key,
    profile.state as profile_state, chain.n, chain.head, binding.jws as binding,
    pairwise.sub as known_sub
  from mitid.sign_in join mitid.client on client.id = sign_in.client_id
    left join mitid.profile on profile.id = sign_in.profile_id
    left join mitid.person on person.id = sign_in.person_id
    left join mitid.chain on chain.subject = sign_in.person_id
    left join mitid.binding on binding.profile_id = sign_in.profile_id
      and binding.pin_epoch = sign_in.pin_epoch
    left join mitid.pairwise on pairwise.organisation_id = client.organisation_id
      and pairwise.person_id = sign_in.person_id
  where ${condition}`

const byId = statement<{ id: string }, PageRow>('find-sign-in', (p) =>
  select(sql`sign_in.id = ${p.id}`),
)
const byReturn = statement<{ sha256: Bytes }, PageRow>('find-return', (p) =>
  select(sql`sign_in.return_sha256 = ${p.sha256}`),
)

export async function findForPage(
  { db, vault, kept }: VisitPorts,
  by: { readonly id: SignInId } | { readonly returnSha256: Bytes },
): Promise<FoundSignIn | undefined> {
  const row =
    'id' in by ? await db.first(byId, by) : await db.first(byReturn, { sha256: by.returnSha256 })
  if (!row) return undefined
  const { claimant_person: personId, wrapped_key: wrapped } = row
  const key = personId ? await vault.personKey(personId, held(wrapped)) : undefined
  return foundOf(
    { db, kept },
    {
      now: row.now,
      signIn: signInOf(row, { system: vault.system, person: key }),
      from: row,
      organisation: row.organisation_id,
      claimant: claimantOf(row),
      sub: row.known_sub ?? undefined,
      key,
    },
  )
}

/** As its approval has left it. */
export function recallForPage(
  db: Database,
  kept: KeptSteps,
  id: SignInId,
): FoundSignIn | undefined {
  const known = kept.approvals.take(id)
  if (!known) return undefined
  const { now } = goneOn(known.reading)
  return foundOf({ db, kept, decidedAt: now }, { ...known, now })
}

type Writing = {
  readonly db: Database
  readonly kept: KeptSteps
  readonly decidedAt?: Instant
}
type Known = Omit<FoundSignIn, 'write'> & {
  readonly from: MovedFrom
  readonly key: DataKey | undefined
}

function foundOf({ db, kept, decidedAt }: Writing, { from, key, ...found }: Known): FoundSignIn {
  const { now, signIn, organisation, claimant, sub } = found
  return {
    now,
    signIn,
    organisation,
    claimant,
    sub,
    async write({ events, ...move }) {
      const parts = [
        ...(events ? ledgerParts(events, held(key ?? null)) : []),
        ...moveParts(from, move, personOf(key)),
      ]
      if (!(await together(db, parts, decidedAt)).ok) return false
      if (move.to.state === 'completed')
        kept.answers.completions.keep(move.to.id, outcomeOf(move.to))
      return true
    },
  }
}

/** What nobody but the service that waits for it has to read again. */
function outcomeOf({ id, client, sub, loa, completedAt }: AppCompletedSignIn): Completed {
  return { signIn: id, clientId: client, sub, loa, device: undefined, completedAt }
}

/** A page makes browsers known, and never forgets one. */
function personOf(key: DataKey | undefined) {
  return key && { key, remembersBrowser: false }
}

function claimantOf(row: PageRow): Claimant | undefined {
  const { claimant, claimant_person: id } = row
  if (!claimant || !id) return undefined
  return {
    person: {
      id,
      state: held(row.person_state),
      ial: held(row.ial),
      userIdHash: held(row.user_id_index),
    },
    profile: { id: claimant, active: row.profile_state === 'active' },
    chain: { subject: id, n: held(row.n), head: held(row.head) },
    binding: row.binding ?? undefined,
  }
}
