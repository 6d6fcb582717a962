/** Whether an app has seen what only the starting browser shows (protocols §4, step 3). */
import { equalBytes, fromBase64url, type Instant } from '@open-mitid/kernel'
import {
  frameAt,
  Qid,
  sha256,
  TypedCode,
  verifyQrFrame,
  type ClaimSecret,
} from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { qrSecretOf } from './qr-secret.ts'
import { typedCodeMac } from './show-code.ts'
import type { ClaimedSignIn, OpenSignIn } from './sign-in.ts'
import type { SignInLocator } from './sign-ins.ts'

/** `stale`: it is genuine, and too old to be believed of anybody who has not claimed already. */
export type SecretFault = 'wrong' | 'stale'

export async function locatorOf(mac: Mac, secret: ClaimSecret): Promise<SignInLocator> {
  if (secret.kind !== 'code') return { qid: Qid.parse(secret.qid) }
  const code = TypedCode.parse(secret.code)
  return { codeMac: code && (await typedCodeMac(mac, code)) }
}

export async function secretFault(
  mac: Mac,
  signIn: OpenSignIn | ClaimedSignIn,
  secret: ClaimSecret,
  now: Instant,
): Promise<SecretFault | undefined> {
  switch (secret.kind) {
    case 'qr': {
      const { qid } = signIn
      const frame = { qid, t: secret.t, mac: secret.mac }
      const key = await qrSecretOf(mac, qid)
      if (!verifyQrFrame(frame, key, secret.t)) return 'wrong'
      return verifyQrFrame(frame, key, frameAt(signIn.openedAt, now)) ? undefined : 'stale'
    }
    case 'start': {
      const token = fromBase64url(secret.token)
      if (!token || !signIn.start || !equalBytes(sha256(token), signIn.start.sha256)) return 'wrong'
      return now < signIn.start.until ? undefined : 'stale'
    }
    // It was found by its keyed hash, so it is the right one.
    case 'code':
      return signIn.code && now < signIn.code.until ? undefined : 'stale'
  }
}
