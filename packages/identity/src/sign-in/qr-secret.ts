/** The secret from which a page makes its QR frames. It is derived: nothing is written to show it. */
import { utf8, type Bytes } from '@open-mitid/kernel'
import type { Qid } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'

/** To be told to the page of that sign-in alone. Frames are counted from its `openedAt`. */
export function qrSecretOf(mac: Mac, qid: Qid): Promise<Bytes> {
  return mac('qr-secret', utf8(qid))
}
