/** The whole inspection of a specimen, and how its processor time is taken. */
import {
  createTrustStore,
  inspectDocument,
  isOriginalChip,
  openChip,
  parseCertificate,
  parseDg14,
  parseRevocationList,
  performActiveAuthentication,
  relayChipAuthentication,
  startChipAuthentication,
} from '@open-mitid/icao9303'
import {
  authority,
  cardAccess,
  dataGroups,
  date,
  fields,
  openSpecimen,
  random,
  revocationList,
  sod,
} from './specimen.ts'

export const rounds = 40

/** Of the server's part, after warming up. */
export function inspectionTimes(): Promise<number[]> {
  const trust = createTrustStore({
    anchors: [parseCertificate(authority.certificate)],
    revocationLists: [parseRevocationList(revocationList)],
  })
  return timesOf(() => inspectWhole(trust))
}

/** Milliseconds of the processor that this process has had: the machine may have others to serve. */
export function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** `act` answers how long of its time was somebody else's. */
export async function timesOf(act: () => Promise<number | undefined>): Promise<number[]> {
  const times: number[] = []
  for (let round = -5; round < rounds; round += 1) {
    const from = cpu()
    const elsewhere = (await act()) ?? 0
    if (round >= 0) times.push(cpu() - from - elsewhere)
  }
  return times
}

/** The server's part: its half of chip authentication, and the judgement. */
async function inspectWhole(trust: Parameters<typeof inspectDocument>[0]['trust']) {
  const challenge = random(8)
  const dg14 = dataGroups.get(14) ?? new Uint8Array()
  const started = startChipAuthentication(parseDg14(dg14), random)
  if (!started) throw new Error('the specimen offers chip authentication')
  const carried = cpu()
  const chip = openSpecimen('pace')
  const opened = await openChip(chip, { kind: 'mrz', fields }, random)
  const signature = await performActiveAuthentication(opened.chip, challenge)
  const answer = await relayChipAuthentication(opened.chip, chip, started.order)
  const back = cpu()
  const report = inspectDocument({
    files: { sod, dataGroups, cardAccess },
    trust,
    date,
    activeAuthentication: { challenge, signature },
    chipAuthentication: { run: started.run, answer },
  })
  if (!isOriginalChip(report)) throw new Error('the specimen is an original')
  return back - carried
}
