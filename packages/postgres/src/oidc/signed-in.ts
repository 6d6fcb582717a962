/** A completed sign-in and who did it, as the client's organisation may be told of it. */
import { sql } from 'kysely'
import type { DeviceKind } from '@open-mitid/identity/authenticator'
import type { ChainHead } from '@open-mitid/identity/ledger'
import type {
  AssuranceLevel,
  BirthDate,
  CprNumber,
  Person,
  PersonId,
  PersonName,
} from '@open-mitid/identity/person'
import type { SignInId } from '@open-mitid/identity/sign-in'
import type { Bytes, Instant } from '@open-mitid/kernel'
import { openPersonal } from '../person/index.ts'
import { unsealText, type DataKey, type Vault } from '../vault/index.ts'

/** A completed sign-in, of which nothing personal is read. */
export type Completed = {
  readonly signIn: SignInId
  readonly clientId: string
  /** Pairwise for the client's organisation (OpenID Connect Core 1.0 §8.1). */
  readonly sub: string
  readonly loa: AssuranceLevel
  /** With which code device it was approved; undefined where it was an app. */
  readonly device: DeviceKind | undefined
  readonly completedAt: Instant
}

export type SignedIn = Completed & {
  readonly person: Pick<Person, 'id' | 'name' | 'birthDate' | 'protected' | 'cpr'>
  readonly ial: AssuranceLevel
  readonly aal: AssuranceLevel
  /** Whether the way the request came into the app withstands phishing. */
  readonly phr: boolean
  /** `mitid.approval`, the signed statement. */
  readonly statement: string
  /** What writing to the person's ledger takes, as it was loaded. */
  readonly ledger: { readonly key: DataKey; readonly chain: ChainHead; readonly now: Instant }
}

/** `sub`, `loa` and `completed_at` are absent while the sign-in has not been completed. */
export type CompletedRow = {
  readonly now: Instant
  readonly id: SignInId
  readonly client_id: string
  readonly sub: string
  readonly loa: AssuranceLevel
  readonly device_kind: DeviceKind | null
  readonly completed_at: Instant
}

export type SignedInRow = CompletedRow & {
  readonly aal: AssuranceLevel
  readonly phr: boolean
  readonly statement: Bytes
  readonly person_id: PersonId
  readonly wrapped_key: Bytes
  readonly name: Bytes
  readonly birth_date: Bytes
  readonly cpr: Bytes | null
  readonly protected: boolean
  readonly ial: AssuranceLevel
  readonly n: number
  readonly head: Bytes
}

export const completedColumns = sql`mitid.now() as now, sign_in.id, sign_in.client_id, sign_in.sub,
  sign_in.loa, sign_in.device_kind, sign_in.completed_at`

export const signedInColumns = sql`${completedColumns}, sign_in.aal, sign_in.phr, sign_in.statement,
  person_id, person.wrapped_key, person.name, person.birth_date, person.cpr, person.protected,
  person.ial, chain.n, chain.head`

/** To be joined to `mitid.interaction`. */
export const signedInSource = sql`join mitid.sign_in on sign_in.id = interaction.sign_in_id
  left join mitid.person on person.id = sign_in.person_id
  left join mitid.chain on chain.subject = sign_in.person_id`

/** Opens the row of a completed sign-in; `now` where it was not read just now. */
export async function openSignedIn(
  vault: Vault,
  row: SignedInRow,
  now: Instant = row.now,
): Promise<SignedIn> {
  const { person_id: personId, ial, aal, phr, n, head } = row
  const key = await vault.personKey(personId, row.wrapped_key)
  const ledger = { key, chain: { subject: personId, n, head }, now }
  return Object.assign(new SealedPart(key, row), { ...completedOf(row), ial, aal, phr, ledger })
}

/** Opened when a claim is made of it; a code needs nothing of it. */
class SealedPart implements Pick<SignedIn, 'person' | 'statement'> {
  readonly #key: DataKey
  readonly #row: SignedInRow
  #person: SignedIn['person'] | undefined
  #statement: string | undefined

  constructor(key: DataKey, row: SignedInRow) {
    this.#key = key
    this.#row = row
  }

  get person(): SignedIn['person'] {
    const { person_id: id, name, birth_date: birthDate, cpr, protected: isProtected } = this.#row
    const open = (column: 'name' | 'birth_date' | 'cpr', sealed: Bytes) =>
      openPersonal(this.#key, id, column, sealed)
    this.#person ??= {
      id,
      name: open('name', name) as PersonName,
      birthDate: open('birth_date', birthDate) as BirthDate,
      protected: isProtected,
      ...(cpr ? { cpr: open('cpr', cpr) as CprNumber } : {}),
    }
    return this.#person
  }

  get statement(): string {
    const { id, statement } = this.#row
    const place = { table: 'sign_in', column: 'statement', row: id }
    this.#statement ??= unsealText(this.#key, place, statement)
    return this.#statement
  }
}

export function completedOf(row: CompletedRow): Completed {
  return {
    signIn: row.id,
    clientId: row.client_id,
    sub: row.sub,
    loa: row.loa,
    device: row.device_kind ?? undefined,
    completedAt: row.completed_at,
  }
}
