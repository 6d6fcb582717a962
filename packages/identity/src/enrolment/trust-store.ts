/** What an inspection trusts, made of the lists that the operator has imported. */
import {
  createTrustStore,
  parseRevocationList,
  readMasterList,
  toHex,
  type Certificate,
  type TrustStore,
} from '@open-mitid/icao9303'
import type { Trust } from './trust-lists.ts'

/** Takes seconds for a list of hundreds of authorities: made once for each version, and kept. */
export function trustStoreOf({
  masterLists,
  revocationLists,
}: Pick<Trust, 'masterLists' | 'revocationLists'>): TrustStore {
  const anchors = new Map<string, Certificate>()
  for (const { list } of masterLists)
    for (const certificate of readMasterList(list).certificates)
      anchors.set(toHex(certificate.raw), certificate)
  return createTrustStore({
    anchors: [...anchors.values()],
    revocationLists: revocationLists.map(({ list }) => parseRevocationList(list)),
  })
}
