/** The letters of one line: where each stands, and what it is. */
import type { Grey } from './grey.ts'
import {
  emptyTrace,
  letters,
  nothing,
  pass,
  patchSize,
  pitchPixels,
  type Network,
} from './network.ts'
import { samplePatch } from './patch.ts'
import { fitCurve, middleAt, slopeAt, type TextLine } from './text-line.ts'

/** How sure each letter is, from 0 to 1, in the order of `letters`. */
export type Sureness = Float32Array

export type LetterRow = {
  readonly sureness: readonly Sureness[]
  /** The sum of what speaks for letters against none, for the choice of a width. */
  readonly weight: number
}

/** The widths of zones: TD1, TD2, TD3. */
const widths = [30, 36, 44] as const
export type ZoneWidth = (typeof widths)[number]

/** A look each quarter of a pitch; a letter may stand three to five of them after the last. */
const looks = 4
const steps = [3, 4, 5] as const
const unevenness = 0.7
const margin = 2 // pitches before and after the ink

/** The line as each of the widths that fit what stands there. */
export function readLetterRows(
  picture: Grey,
  line: TextLine,
  network: Network,
): Map<ZoneWidth, LetterRow> {
  const look = openLook(picture, line, network)
  const stands = findStands(look, line)
  const rows = new Map<ZoneWidth, LetterRow>()
  const curve = fitCurve(stands.map((x, y) => ({ x: y, y: x })))
  if (curve === undefined) return rows
  const [a, b, c] = curve
  for (const width of widths) {
    if (Math.abs(stands.length - width) > 3) continue
    const row = bestRow(look, width, stands.length, (at) => ({
      x: a + b * at + c * at * at,
      pitch: b + 2 * c * at,
    }))
    rows.set(width, row)
  }
  return rows
}

type Look = (x: number, pitch: number) => { sureness: Sureness; weight: number }

/** What stands at `x` on the line, seen once for each place. */
function openLook(picture: Grey, line: TextLine, network: Network): Look {
  const patch = new Float32Array(patchSize)
  const trace = emptyTrace()
  return (x, pitch) => {
    const slope = slopeAt(line, x)
    const step = pitch / pitchPixels / Math.hypot(1, slope)
    samplePatch(
      picture,
      {
        x,
        y: middleAt(line, x),
        acrossX: step,
        acrossY: step * slope,
        downX: -step * slope,
        downY: step,
      },
      patch,
    )
    pass(network, patch, trace)
    const sureness = trace.likelihood.slice(0, letters.length)
    const most = sureness.reduce((one, other) => Math.max(one, other))
    const none = trace.likelihood[nothing] ?? 0
    return { sureness, weight: Math.max(-4, Math.min(4, Math.log((most + 1e-3) / (none + 1e-3)))) }
  }
}

/** The places of letters, one pitch after the other, that together speak most for letters. */
function findStands(look: Look, line: TextLine): number[] {
  const pitch = line.pitch / Math.hypot(1, slopeAt(line, (line.from + line.to) / 2))
  const start = line.from - margin * pitch
  const count = Math.ceil(((line.to - line.from) / pitch + 2 * margin) * looks)
  const placeAt = (at: number) => start + (at * pitch) / looks
  const weights = Float64Array.from(
    { length: count },
    (_, at) => look(placeAt(at), line.pitch).weight,
  )
  const best = new Float64Array(count)
  const from = new Int32Array(count).fill(-1)
  weights.forEach((weight, at) => {
    best[at] = weight
    for (const step of steps) {
      const before = (best[at - step] ?? 0) - (step === looks ? 0 : unevenness)
      if (at >= step && before + weight > (best[at] ?? 0)) {
        best[at] = before + weight
        from[at] = at - step
      }
    }
  })
  let end = 0
  best.forEach((value, at) => {
    if (value > (best[end] ?? 0)) end = at
  })
  const stands: number[] = []
  for (let at = end; at >= 0; at = from[at] ?? -1) stands.unshift(placeAt(at))
  return stands
}

/** So many letters at an even pitch; where they begin is tried around where they seem to. */
function bestRow(
  look: Look,
  width: number,
  found: number,
  placeAt: (at: number) => { readonly x: number; readonly pitch: number },
): LetterRow {
  const spare = 3
  const least = Math.min(0, found - width) - spare
  const seen = Array.from({ length: width + Math.abs(found - width) + 2 * spare }, (_, at) => {
    const { x, pitch } = placeAt(at + least)
    return look(x, pitch)
  })
  const starts = Array.from({ length: seen.length - width + 1 }, (_, start) => start)
  const rows = starts.map((start) => {
    const row = seen.slice(start, start + width)
    return {
      sureness: row.map(({ sureness }) => sureness),
      weight: row.reduce((sum, { weight }) => sum + weight, 0),
    }
  })
  return rows.reduce((one, other) => (other.weight > one.weight ? other : one))
}
