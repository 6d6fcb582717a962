/** The server's half of OPAQUE (RFC 9807), which the domain asks for and does not know. */
import type { ProfileId } from '@open-mitid/protocol'

/**
 * Pure, under a secret that belongs to the installation and never changes. Each is undefined where
 * the app's message is not one of OPAQUE. `register` and `begin` evaluate the secret function once:
 * a caller may let no answer of `begin` out that it has not counted.
 */
export type PinServer = {
  readonly register: (identifier: string, request: string) => string | undefined
  readonly begin: (
    identifier: string,
    record: string,
    ke1: string,
  ) => { readonly ke2: string; readonly serverState: string } | undefined
  /** Whether KE3 shows that the PIN was right. */
  readonly finish: (serverState: string, ke3: string) => boolean
}

/** Under which a PIN is registered: an epoch of its own, so that no two share an evaluation. */
export function pinIdentifier(profile: ProfileId, epoch: number): string {
  return `${profile}/${String(epoch)}`
}
