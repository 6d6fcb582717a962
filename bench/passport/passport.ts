/** What a passport costs the server: the arithmetic of its inspection, without network and face. */
import {
  createTrustStore,
  fileIdentifiers,
  inspectDocument,
  isAuthentic,
  openChip,
  parseCertificate,
  parseMasterList,
  parseRevocationList,
  readFile,
  type Transceiver,
} from '@open-mitid/icao9303'
import type { Findings } from '../measure/report.ts'
import { quantile } from '../measure/statistics.ts'
import { cpu, inspectionTimes, rounds, timesOf } from './inspection.ts'
import {
  authority,
  cardAccess,
  dataGroups,
  date,
  fields,
  makeMasterList,
  openSpecimen,
  random,
  revocationList,
  sod,
} from './specimen.ts'

const listBytes = 900_000

export async function measurePassport(): Promise<Findings> {
  const trust = createTrustStore({
    anchors: [parseCertificate(authority.certificate)],
    revocationLists: [parseRevocationList(revocationList)],
  })
  const files = { sod, dataGroups, cardAccess }
  const passive = await timesOf(() => {
    const report = inspectDocument({ files, trust, date })
    if (!isAuthentic(report)) throw new Error('the specimen is good')
    return Promise.resolve(undefined)
  })
  const whole = await inspectionTimes()
  const bac = await timesOf(readFirstGroup)
  const list = makeMasterList(listBytes)
  const started = cpu()
  const { certificates } = parseMasterList(list, trust, date)
  createTrustStore({ anchors: certificates })
  const listTime = cpu() - started
  const figure = (name: string, value: number, atMost: number) => ({
    name,
    value,
    unit: 'ms',
    target: { atMost },
  })
  return {
    figures: [
      figure('security object and digests, median', quantile(passive, 0.5), 50),
      figure('security object and digests, 95 %', quantile(passive, 0.95), 50),
      // The face decision has the rest of two seconds: see the bench `face`.
      figure('whole inspection with both proofs of the chip, 95 %', quantile(whole, 0.95), 1000),
      figure('BAC and DG1 besides the transport, 95 %', quantile(bac, 0.95), 50),
      figure('master list, once', listTime, 4000),
    ],
    conditions: {
      samples: `${String(rounds)} each, after five`,
      'master list': `${String(list.length)} bytes, ${String(certificates.length)} certificates`,
      keys: 'authority brainpoolP384r1, signer P-256, chip brainpoolP256r1',
    },
  }
}

/** The chip's own arithmetic is transport here: it is the emulator's. */
async function readFirstGroup(): Promise<number> {
  const chip = openSpecimen('bac')
  let elsewhere = 0
  const timed: Transceiver = {
    extendedLength: true,
    async transceive(command) {
      const from = cpu()
      const answer = await chip.transceive(command)
      elsewhere += cpu() - from
      return answer
    },
  }
  const opened = await openChip(timed, { kind: 'mrz', fields }, random)
  await readFile(opened.chip, fileIdentifiers.dataGroup(1))
  return elsewhere
}
