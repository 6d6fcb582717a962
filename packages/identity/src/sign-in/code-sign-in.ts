/**
 * A sign-in by password and code device (protocols §4): the password proved, then a code, both on
 * the page that began it. No app has a part in it, and its evidence is the operator's word.
 */
import type { Bytes, Instant } from '@open-mitid/kernel'
import { Digest, issueOffer, nsisUri, type Signer } from '@open-mitid/protocol'
import type { ActiveDevice, CodeDevice, DeviceId, DeviceKind } from '../authenticator/index.ts'
import type { AssuranceLevel, PersonId } from '../person/index.ts'
import type { OpenSignIn } from './sign-in.ts'

/** A code can be seen, heard and passed on: never above this (protocols §4). */
export const codeLevel: AssuranceLevel = 'Substantial'

/** An open sign-in, as far as its password and codes are about it. */
export type CodeSignIn = Pick<OpenSignIn, 'id' | 'client' | 'asked' | 'expiresAt'>

/** What one device of the person is offered: the exact signed offer that its code will cover. */
export type DeviceOffer = { readonly device: DeviceId; readonly offer: string }

/** The password was right; under its session key a code counts, for this sign-in and these offers. */
export type PasswordProved = {
  readonly person: PersonId
  readonly sessionKey: Bytes
  readonly offers: readonly DeviceOffer[]
  /** The browser was known to the person when the password was proved. */
  readonly knownBrowser: boolean
}

/** A device as the page shows it to whoever has proved the password. */
export type OfferedDevice = {
  readonly id: DeviceId
  readonly kind: DeviceKind
  /** The end of its serial number, to tell two apart. */
  readonly serialEnd: string
  readonly offerSha256: Digest
}

export function offeredDevice({ id, kind, serial }: ActiveDevice, offer: string): OfferedDevice {
  return { id, kind, serialEnd: serial.slice(-4), offerSha256: Digest.ofText(offer) }
}

export function activeDevices(devices: readonly CodeDevice[]): readonly ActiveDevice[] {
  return devices.filter((device) => device.state === 'active')
}

/** Where a code is typed, its reader sees the text as it is signed here. */
export function offerTo(
  device: DeviceId,
  signIn: CodeSignIn,
  { knownBrowser, now, challenge }: { knownBrowser: boolean; now: Instant; challenge: Bytes },
  signer: Signer,
): Promise<string> {
  const { asked } = signIn
  return issueOffer(
    {
      v: 1,
      offer_id: signIn.id,
      aud: device,
      kind: asked.kind,
      service: { client_id: signIn.client, ...asked.service },
      display: asked.display,
      documents: [],
      context: {
        flow: 'device',
        ...(asked.browser === undefined ? {} : { browser: asked.browser }),
        ...(asked.place === undefined ? {} : { place: asked.place }),
        known_browser: knownBrowser,
      },
      acr: nsisUri(asked.level ?? codeLevel),
      challenge: Digest.from(challenge),
      iat: now,
      exp: signIn.expiresAt,
    },
    signer,
  )
}
