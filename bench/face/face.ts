/**
 * What it costs the server to find out whether the holder of a passport is who stands before the
 * camera, and what those feel of it who sign in meanwhile.
 */
import { readFileSync } from 'node:fs'
import { measure } from '../../apps/server/src/outbound/face/measure.ts'
import { readJpeg } from '../../apps/server/src/outbound/face/picture.ts'
import { openInstallation } from '../installation/installation.ts'
import { activateAll } from '../load/citizens.ts'
import { workAtOnce } from '../load/rounds.ts'
import { signIn } from '../load/sign-in.ts'
import type { Findings } from '../measure/report.ts'
import { median, quantile } from '../measure/statistics.ts'
import { cpu, inspectionTimes } from '../passport/inspection.ts'
import { portrait } from './portrait.ts'

/** As many as the app takes: straight ahead, and three gestures. */
const pictures = 4
const samples = 12
const rounds = 8
const perRound = 40

export async function measureFace(): Promise<Findings> {
  const { first, faces } = await costOfFaces()
  const inspection = await inspectionTimes()
  const { alone, beside, people } = await besideSignIns()
  return {
    figures: [
      {
        name: 'inspection and face decision, median',
        value: median(faces) + median(inspection),
        unit: 'ms',
        target: { atMost: 2_000 },
      },
      { name: '  inspection', value: median(inspection), unit: 'ms' },
      { name: '  faces', value: median(faces), unit: 'ms' },
      { name: 'faces of the first person, who waits for the models', value: first, unit: 'ms' },
      { name: 'sign-in with no face work, p50', value: median(alone), unit: 'ms' },
      { name: '  p99', value: quantile(alone, 0.99), unit: 'ms' },
      { name: 'sign-in beside face work, p50', value: median(beside), unit: 'ms' },
      { name: '  p99', value: quantile(beside, 0.99), unit: 'ms' },
      {
        name: '  p99 against no face work',
        value: quantile(beside, 0.99) / quantile(alone, 0.99),
        unit: '×',
        target: { atMost: 1.5 },
      },
      { name: 'people compared meanwhile', value: people, unit: '' },
    ],
    conditions: {
      faces: `${samples} people: the chip's photo and ${pictures} pictures of ${size()}, CPU of the process`,
      inspection: 'with active and chip authentication, as the bench passport measures it',
      'sign-ins': `${rounds} rounds of ${perRound} and ${perRound}, one at a time: with the thread of the faces and the load client two cores are taken`,
    },
  }
}

async function costOfFaces() {
  const file = readFileSync(portrait)
  const times: number[] = []
  for (let sample = 0; sample <= samples; sample += 1) {
    const from = cpu()
    const photo = readJpeg(file)
    const taken = Array.from({ length: pictures }, () => readJpeg(file))
    const measured = photo && (await measure(photo, taken))
    if (measured?.length !== pictures) throw new Error('the portrait shows a face')
    times.push(cpu() - from)
  }
  const [first = 0, ...faces] = times
  return { first, faces }
}

function size(): string {
  const { width, height } = readJpeg(readFileSync(portrait)) ?? {}
  return `${String(width)} by ${String(height)}`
}

/** Rounds with and without faces take turns. */
async function besideSignIns() {
  const installation = await openInstallation({ people: 1, server: 'built' })
  try {
    const citizens = await activateAll(installation)
    await installation.serveBy('faces')
    const work = async () => (await workAtOnce(citizens, perRound, signIn)).times
    const besideFaces = async () => {
      await installation.ask('begin')
      const times = await work()
      return { times, ...((await installation.ask('end')) as { people: number }) }
    }
    await besideFaces()
    const [alone, beside]: [number[], number[]] = [[], []]
    let people = 0
    for (let round = 0; round < rounds; round += 1) {
      alone.push(...(await work()))
      const found = await besideFaces()
      beside.push(...found.times)
      people += found.people
    }
    return { alone, beside, people }
  } finally {
    await installation.close()
  }
}
