/** The row of a code, or of the token it was spent for. */
import { sql } from 'kysely'
import type { Instant } from '@open-mitid/kernel'
import { unsealText, type Vault } from '../vault/index.ts'
import { openSignedIn, signedInColumns, type SignedIn, type SignedInRow } from './signed-in.ts'

/** A code, or the code of a token. */
export type FoundCode = {
  readonly payload: string
  readonly spent: boolean
  readonly cprTries: number
  readonly signedIn: SignedIn
  /** As it was issued, and not read since: a token that is written is all that may rest on it. */
  readonly recalled: boolean
}

export type CodeRow = SignedInRow & {
  readonly sealed: Uint8Array<ArrayBuffer>
  readonly spent: boolean
  readonly cpr_tries: number
}

export const codeColumns = sql`code_sealed as sealed, code_used_at is not null as spent, cpr_tries,
  ${signedInColumns}`

/** `now` where it was not read just now. */
export async function openCode(vault: Vault, row: CodeRow, now?: Instant): Promise<FoundCode> {
  const payload = unsealText(vault.system, codePlace(row.id), row.sealed)
  const { spent, cpr_tries: cprTries } = row
  const signedIn = await openSignedIn(vault, row, now)
  return { payload, spent, cprTries, signedIn, recalled: now !== undefined }
}

export function codePlace(signIn: string) {
  return { table: 'interaction', column: 'code_sealed', row: signIn }
}
