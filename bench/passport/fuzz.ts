/**
 * Feeds the parsers of `icao9303` changed files, and keeps those that reach new code (the
 * coverage of V8) to change them further. A parser may refuse, in its own words and soon; anything else is found.
 */
import { Session, type Profiler } from 'node:inspector/promises'
import {
  IcaoError,
  parseCertificate,
  parseCom,
  parseDg1,
  parseDg11,
  parseDg12,
  parseDg14,
  parseDg15,
  parseDg2,
  parseMrz,
  parseRevocationList,
  parseSecurityInfos,
  parseSod,
  parseTlv,
  readMasterList,
  repairAccessFields,
} from '@open-mitid/icao9303'
import { dg2File39794 } from '@open-mitid/icao9303/testing'
import type { Findings } from '../measure/report.ts'
import {
  authority,
  cardAccess,
  dataGroups,
  makeMasterList,
  portrait,
  revocationList,
  sod,
} from './specimen.ts'

type Target = {
  readonly name: string
  readonly parse: (bytes: Uint8Array) => unknown
  readonly seeds: readonly Uint8Array[]
}

const group = (number: 1 | 2 | 11 | 14 | 15) => dataGroups.get(number) ?? new Uint8Array()
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
const small = portrait.subarray(0, 300)
const zone = group(1).subarray(5)

const targets: readonly Target[] = [
  { name: 'TLV', parse: parseTlv, seeds: [sod, group(14), authority.certificate] },
  { name: 'MRZ', parse: (bytes) => parseMrz(text(bytes)), seeds: [zone] },
  {
    name: 'MRZ of a camera',
    parse: (bytes) => repairAccessFields(text(bytes).match(/.{1,44}/gsu) ?? []),
    seeds: [zone],
  },
  { name: 'EF.COM', parse: parseCom, seeds: [Uint8Array.of(0x60, 4, 0x5c, 2, 0x61, 0x75)] },
  { name: 'DG1', parse: parseDg1, seeds: [group(1)] },
  { name: 'DG2', parse: parseDg2, seeds: [dg2File39794(small), group(2).subarray(0, 400)] },
  { name: 'DG11', parse: parseDg11, seeds: [group(11)] },
  { name: 'DG12', parse: parseDg12, seeds: [Uint8Array.of(0x6c, 5, 0x5f, 0x26, 2, 0x32, 0x30)] },
  { name: 'DG14', parse: parseDg14, seeds: [group(14)] },
  { name: 'DG15', parse: parseDg15, seeds: [group(15)] },
  { name: 'EF.CardAccess', parse: parseSecurityInfos, seeds: [cardAccess] },
  { name: 'EF.SOD (CMS)', parse: parseSod, seeds: [sod] },
  { name: 'certificate', parse: parseCertificate, seeds: [authority.certificate] },
  { name: 'revocation list', parse: parseRevocationList, seeds: [revocationList] },
  { name: 'master list', parse: readMasterList, seeds: [makeMasterList(4000)] },
]

const secondsEach = Number(process.env['FUZZ_SECONDS'] ?? 4)
const batch = 200
const slowestMs = 250
const mostBytes = 64 * 1024

type Found = { executions: number; corpus: number; slowest: number; faults: string[] }

export async function measureFuzz(): Promise<Findings> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const seen = new Set<string>()
  const found: Found = { executions: 0, corpus: 0, slowest: 0, faults: [] }
  const before = process.memoryUsage()
  for (const target of targets) await fuzz(session, target, seen, found)
  const after = process.memoryUsage()
  await session.post('Profiler.stopPreciseCoverage')
  session.disconnect()
  for (const fault of found.faults.slice(0, 20)) process.stderr.write(`${fault}\n`)
  return {
    figures: [
      { name: 'inputs', value: found.executions, unit: '' },
      { name: 'inputs that reached new code', value: found.corpus, unit: '' },
      { name: 'pieces of code reached', value: seen.size, unit: '' },
      { name: 'faults', value: found.faults.length, unit: '', target: { atMost: 0 } },
      { name: 'slowest input', value: found.slowest, unit: 'ms', target: { atMost: slowestMs } },
      {
        name: 'memory outside the heap that was kept',
        value: (after.arrayBuffers - before.arrayBuffers) / 2 ** 20,
        unit: 'MiB',
        target: { atMost: 128 },
      },
    ],
    conditions: {
      targets: targets.map(({ name }) => name).join(', '),
      seconds: `${String(secondsEach)} for each (FUZZ_SECONDS)`,
      guided: 'by block coverage of V8, in batches of 200',
    },
  }
}

async function fuzz(session: Session, target: Target, seen: Set<string>, found: Found) {
  const corpus = [...target.seeds]
  for (const seed of corpus) run(target, seed, found)
  await newCode(session, seen)
  const until = performance.now() + 1000 * secondsEach
  while (performance.now() < until) {
    const inputs = Array.from({ length: batch }, () => changed(corpus))
    for (const input of inputs) run(target, input, found)
    if ((await newCode(session, seen, false)) === 0) continue
    // Which of them it was: one by one, against what is known.
    for (const input of inputs) {
      run(target, input, found)
      if ((await newCode(session, seen)) === 0) continue
      corpus.push(input)
      found.corpus += 1
    }
  }
}

function run({ name, parse }: Target, input: Uint8Array, found: Found): void {
  const from = performance.now()
  try {
    parse(input)
  } catch (error) {
    if (!(error instanceof IcaoError) || error.clause === '')
      found.faults.push(
        `${name}: ${String(error)}: ${Buffer.from(input).toString('hex').slice(0, 400)}`,
      )
  }
  found.executions += 1
  found.slowest = Math.max(found.slowest, performance.now() - from)
}

/** How many pieces of code of the package ran now and never before. */
async function newCode(session: Session, seen: Set<string>, keep = true): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  let count = 0
  for (const script of result.filter(({ url }) => url.includes('/icao9303/src/')))
    for (const piece of piecesOf(script)) {
      if (seen.has(piece)) continue
      count += 1
      if (keep) seen.add(piece)
    }
  return count
}

function piecesOf({ url, functions }: Profiler.ScriptCoverage): string[] {
  return functions.flatMap(({ ranges }) =>
    ranges
      .filter(({ count }) => count > 0)
      .map(({ startOffset, endOffset }) => `${url}:${String(startOffset)}-${String(endOffset)}`),
  )
}

const interesting = [0, 1, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xff]
const below = (count: number) => Math.floor(Math.random() * count)

/** One to eight changes to something that was good once. */
function changed(corpus: readonly Uint8Array[]): Uint8Array {
  let bytes = corpus[below(corpus.length)] ?? new Uint8Array()
  for (let left = 1 + below(8); left > 0; left -= 1) bytes = changedOnce(bytes, corpus)
  return bytes.slice(0, mostBytes)
}

function changedOnce(bytes: Uint8Array, corpus: readonly Uint8Array[]): Uint8Array {
  const at = below(bytes.length + 1)
  const copy = Uint8Array.from(bytes)
  switch (below(7)) {
    case 0:
      copy[at] = (copy[at] ?? 0) ^ (1 << below(8))
      return copy
    case 1:
      copy[at] = interesting[below(interesting.length)] ?? 0
      return copy
    case 2:
      return bytes.slice(0, at)
    case 3:
      return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + below(8))])
    case 4: {
      const more = Array.from({ length: 1 + below(8) }, () => below(256))
      return Uint8Array.from([...bytes.slice(0, at), ...more, ...bytes.slice(at)])
    }
    case 5: {
      const end = at + below(64)
      return Uint8Array.from([...bytes.slice(0, end), ...bytes.slice(at)])
    }
    default: {
      const other = corpus[below(corpus.length)] ?? bytes
      return Uint8Array.from([...bytes.slice(0, at), ...other.slice(below(other.length))])
    }
  }
}
