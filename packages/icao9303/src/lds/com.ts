/** EF.COM: versions, and which data groups there are (ICAO 9303-10 §4.6.1). Nobody signs it. */
import { dataGroupByTag, elementsByTag, fileContent, type DataGroupNumber } from './data-group.ts'
import { LdsError } from './lds-error.ts'

export type Com = {
  /** As in `0107`. */
  readonly ldsVersion: string
  readonly unicodeVersion: string
  readonly dataGroups: readonly DataGroupNumber[]
}

const clause = 'ICAO 9303-10 §4.6.1'
const decoder = new TextDecoder('latin1')

export function parseCom(bytes: Uint8Array): Com {
  const elements = elementsByTag(fileContent(bytes, 0x60, clause))
  const [version, unicode, list] = [0x5f01, 0x5f36, 0x5c].map((tag) => elements.get(tag)?.value)
  if (!version || !unicode || !list) throw new LdsError('missing-element', clause)
  const dataGroups = [...list].map(dataGroupByTag).filter((number) => number !== undefined)
  return {
    ldsVersion: decoder.decode(version),
    unicodeVersion: decoder.decode(unicode),
    dataGroups,
  }
}
