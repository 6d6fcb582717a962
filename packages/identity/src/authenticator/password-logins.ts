/** The port to passwords that are being proved: what a try meets, and the one write that may follow. */
import type { Bytes, Id, Instant } from '@open-mitid/kernel'
import type { PasswordCaller, TryCounters } from './password-tries.ts'

/** Where a password is typed: a sign-in of this browser, or its activation of a device. */
export type PasswordPlace = {
  readonly id: Id<'sgn'> | Id<'dva'>
  /** SHA-256 of the browser's cookie. */
  readonly browser: Bytes
}

export type FoundPasswordTry = {
  readonly now: Instant
  readonly userIdHash: Bytes
  readonly caller: PasswordCaller
  readonly counters: TryCounters
  /** The OPAQUE record (RFC 9807 §3.2); undefined for a user ID that nobody has a password to. */
  readonly record: string | undefined
  /** A record that nobody has a password to. */
  readonly decoy: string
  /**
   * Counts the try and keeps the server's half of it, where there is one, which takes the place of
   * what was proved before; false where the place or a counter has moved on.
   */
  readonly write: (
    tried: TryCounters & { readonly login: PasswordLogin | undefined },
  ) => Promise<boolean>
}

/** The server's half between KE2 and KE3. */
type PasswordLogin = { readonly serverState: string; readonly until: Instant }

export type PasswordLogins = {
  /**
   * The same query, and as much to open, whether or not anybody has the user ID. Undefined where the
   * place takes no password: it has ended, or is another browser's.
   */
  findTry(place: PasswordPlace, network: string): Promise<FoundPasswordTry | undefined>
  /**
   * For a password that is registered under a user ID by a browser that has shown whose it is: it
   * counts as known.
   */
  findRegistration(
    place: { readonly userIdHash: Bytes; readonly browser: Bytes },
    network: string,
  ): Promise<Pick<FoundPasswordTry, 'now' | 'caller' | 'counters' | 'write'>>
}
