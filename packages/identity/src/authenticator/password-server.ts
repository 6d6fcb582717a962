/** The server's half of OPAQUE for passwords, and under which names it is asked (protocols §4). */
import { base64url, type Bytes } from '@open-mitid/kernel'
import type { PinServer } from './pin-server.ts'

/**
 * Pure, as the one for PINs is. `finish` answers the session key that only a browser with the right
 * password has too.
 */
export type PasswordServer = Pick<PinServer, 'register' | 'begin'> & {
  readonly finish: (serverState: string, ke3: string) => Bytes | undefined
  /** Whether the text is a record that can be answered from. */
  readonly accepts: (record: string) => boolean
}

/**
 * What an answer is made of. `fake` has an evaluation of its own: one of the real name would let a
 * stranger try a password against an answer that they were given before.
 */
export type Evaluation = 'real' | 'fake'

/** The same for a user ID that somebody has and for one that nobody has. */
export function passwordIdentifier(userIdHash: Bytes, evaluation: Evaluation): string {
  return `${evaluation === 'real' ? 'password' : 'no-password'}/${base64url(userIdHash)}`
}
