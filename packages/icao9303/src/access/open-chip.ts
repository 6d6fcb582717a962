/** Opens a chip the best way that it offers: PACE, and BAC where there is no PACE. */
import type { Bytes, Random } from '../bytes.ts'
import { parseSecurityInfos, type SecurityInfos } from '../lds/security-infos.ts'
import { AccessError } from './access-error.ts'
import { performBac } from './bac.ts'
import { plainChannel, secureChannel, type Channel, type Transceiver } from './channel.ts'
import { choosePace, performPace, type MappingEvidence, type Password } from './pace.ts'
import { readFile, selectApplication } from './read-file.ts'
import type { SecureSession } from './secure-messaging.ts'

export type OpenedChip = {
  /** Reads files of the eMRTD application, which is selected. */
  readonly chip: Channel
  readonly protocol: 'pace' | 'bac'
  /** The session as it was opened; its counter has moved on since. */
  readonly session: SecureSession
  /** EF.CardAccess as read in the clear, to be compared with DG14 (ICAO 9303-11 §4.4.2). */
  readonly cardAccess: Bytes | undefined
  readonly evidence: MappingEvidence | undefined
}

const efCardAccess = 0x011c

/** A wrong zone or card access number is `AccessError` `wrong-password`. */
export async function openChip(
  transceiver: Transceiver,
  password: Password,
  random: Random,
): Promise<OpenedChip> {
  const cardAccess = await readCardAccess(transceiver)
  const infos: SecurityInfos['pace'] = cardAccess ? parseSecurityInfos(cardAccess).pace : []
  const info = choosePace(infos)
  if (info) {
    const { session, evidence } = await performPace(transceiver, info, password, random, infos)
    const chip = secureChannel(transceiver, session)
    await selectApplication(chip)
    return { chip, protocol: 'pace', session, cardAccess, evidence }
  }
  if (password.kind === 'can') throw new AccessError('not-supported', 'ICAO 9303-11 §4.3')
  await selectApplication(plainChannel(transceiver))
  const session = await performBac(transceiver, password.fields, random)
  const chip = secureChannel(transceiver, session)
  return { chip, protocol: 'bac', session, cardAccess, evidence: undefined }
}

/** A chip without PACE has no such file, or refuses it in the clear. */
async function readCardAccess(transceiver: Transceiver): Promise<Bytes | undefined> {
  try {
    return await readFile(plainChannel(transceiver), efCardAccess)
  } catch (error) {
    if (error instanceof AccessError && error.code !== 'chip-lost') return undefined
    throw error
  }
}
