/** The secret from which a page makes its QR frames. It is derived: nothing is written to show it. */
import {
  accept,
  equalBytes,
  refuse,
  utf8,
  type Bytes,
  type Instant,
  type UseCase,
} from '@open-mitid/kernel'
import type { Qid } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import type { OwnSignIn, SignInUnknown } from './own-sign-in.ts'
import type { SignIns } from './sign-ins.ts'

export type QrSecret = {
  readonly qid: Qid
  readonly secret: Bytes
  /** Frames are counted from here. */
  readonly openedAt: Instant
  readonly now: Instant
}

type Ports = { readonly signIns: SignIns; readonly mac: Mac }

export function qrSecret({ signIns, mac }: Ports): UseCase<OwnSignIn, QrSecret, SignInUnknown> {
  return async ({ id, browser }) => {
    const glance = await signIns.glance(id)
    if (!glance || !equalBytes(glance.browser, browser)) return refuse({ kind: 'sign-in-unknown' })
    const { qid, openedAt, now } = glance
    return accept({ qid, secret: await secretOf(mac, qid), openedAt, now })
  }
}

export function secretOf(mac: Mac, qid: Qid): Promise<Bytes> {
  return mac('qr-secret', utf8(qid))
}
