/** Reads what the server wants to see of a chip, and goes on where it was when the chip is lost. */
import {
  AccessError,
  fileIdentifiers,
  openChip,
  readFile,
  type AccessFields,
  type Channel,
  type Random,
  type Transceiver,
} from '@open-mitid/icao9303'
import type { PassportFiles } from '@open-mitid/protocol'

export type FileName = keyof PassportFiles

/** The face last: it takes longest. */
const order = ['sod', 'dg1', 'dg14', 'dg15', 'dg11', 'dg12', 'dg2'] as const
type ReadName = (typeof order)[number]
const identifiers: Readonly<Record<ReadName, number>> = {
  sod: fileIdentifiers.sod,
  dg1: fileIdentifiers.dataGroup(1),
  dg2: fileIdentifiers.dataGroup(2),
  dg11: fileIdentifiers.dataGroup(11),
  dg12: fileIdentifiers.dataGroup(12),
  dg14: fileIdentifiers.dataGroup(14),
  dg15: fileIdentifiers.dataGroup(15),
}
const needed: readonly ReadName[] = ['sod', 'dg1', 'dg2']

/** What was read so far. It outlives the chip's leaving the phone. */
export type ChipContents = {
  readonly files: Map<FileName, Uint8Array>
  /** Files that the chip does not have. */
  readonly absent: Set<ReadName>
  partial: { readonly name: ReadName; readonly bytes: Uint8Array } | undefined
}

export function noContents(): ChipContents {
  return { files: new Map(), absent: new Set(), partial: undefined }
}

export type ReadChip = {
  readonly fields: AccessFields
  readonly random: Random
  /** Told after each answer how much of which file is there. */
  readonly onProgress?: ((name: FileName, read: number, length: number) => void) | undefined
}

/** Throws `AccessError`, of which `chip-lost` means: again, with the same contents. */
export async function readChip(
  transceiver: Transceiver,
  contents: ChipContents,
  { fields, random, onProgress }: ReadChip,
): Promise<Channel> {
  const { chip, cardAccess } = await openChip(transceiver, { kind: 'mrz', fields }, random)
  if (cardAccess) contents.files.set('card_access', cardAccess)
  for (const name of order) {
    if (contents.files.has(name) || contents.absent.has(name)) continue
    try {
      const already = contents.partial?.name === name ? contents.partial.bytes : new Uint8Array()
      const bytes = await readFile(chip, identifiers[name], {
        already,
        onProgress: (read, length) => onProgress?.(name, read, length),
      })
      contents.files.set(name, bytes)
    } catch (error) {
      if (!(error instanceof AccessError)) throw error
      if (error.code === 'chip-lost' && error.partial)
        contents.partial = { name, bytes: error.partial }
      const absent = error.code === 'no-such-file' || error.code === 'refused'
      if (!absent || needed.includes(name)) throw error
      contents.absent.add(name)
    }
  }
  return chip
}
