/** Basic access control: the printed zone opens the chip (ICAO 9303-11 §4.3). */
import { blockCiphers, deriveKey, pad, purpose } from '../algorithm/block-cipher.ts'
import { digest } from '../algorithm/digest.ts'
import { ascii, concat, equalBytes, toBigInt, type Random } from '../bytes.ts'
import { mrzInformation, type AccessFields } from '../mrz/access-fields.ts'
import { AccessError } from './access-error.ts'
import { plainChannel, type Transceiver } from './channel.ts'
import type { SecureSession } from './secure-messaging.ts'

const clause = 'ICAO 9303-11 §4.3.2'
const cipher = blockCiphers['3DES']
const noIv = new Uint8Array(cipher.blockLength)

/**
 * Proves to the chip that its zone has been read, and gives the session that both then share. The
 * eMRTD application must be selected. A zone read wrongly is `wrong-password`.
 */
export async function performBac(
  transceiver: Transceiver,
  fields: AccessFields,
  random: Random,
): Promise<SecureSession> {
  const chip = plainChannel(transceiver)
  const seed = digest('SHA-1', ascii(mrzInformation(fields))).subarray(0, 16)
  const encryptionKey = deriveKey(cipher, seed, purpose.encryption)
  const checksumKey = deriveKey(cipher, seed, purpose.checksum)
  const challenge = await chip.send({ cla: 0, ins: 0x84, p1: 0, p2: 0, expected: 8 })
  if (challenge.status !== 0x9000 || challenge.data.length !== 8)
    throw new AccessError('refused', clause, { status: challenge.status })
  const ours = random(8)
  const ourKey = random(16)
  const sealed = cipher.encrypt(encryptionKey, noIv, concat(ours, challenge.data, ourKey))
  const data = concat(sealed, cipher.checksum(checksumKey, pad(sealed, 8)))
  const answer = await chip.send({ cla: 0, ins: 0x82, p1: 0, p2: 0, data, expected: 40 })
  if (answer.status !== 0x9000)
    throw new AccessError('wrong-password', clause, { status: answer.status })
  const theirs = answer.data.subarray(0, 32)
  const right = cipher.checksum(checksumKey, pad(theirs, 8))
  if (answer.data.length !== 40 || !equalBytes(answer.data.subarray(32), right))
    throw new AccessError('not-genuine', clause)
  const opened = cipher.decrypt(encryptionKey, noIv, theirs)
  if (!equalBytes(opened.subarray(0, 16), concat(challenge.data, ours)))
    throw new AccessError('not-genuine', clause)
  const shared = ourKey.map((byte, at) => byte ^ (opened[16 + at] ?? 0))
  return {
    cipher: '3DES',
    encryptionKey: deriveKey(cipher, shared, purpose.encryption),
    checksumKey: deriveKey(cipher, shared, purpose.checksum),
    counter: toBigInt(concat(challenge.data.subarray(4), ours.subarray(4))),
  }
}
