/** Lines of print: pieces of ink of one height beside each other, and the curve through them. */
import { centreOf, heightOf, middleOf, widthOf, type Blob } from './ink.ts'

/** A line of print; its middle at `x` is `middle[0] + middle[1] x + middle[2] x²`. */
export type TextLine = {
  readonly from: number
  readonly to: number
  readonly middle: readonly [number, number, number]
  /** Of capitals and digits, in pixels. */
  readonly height: number
  /** From a letter to the next, as far as the gaps tell. */
  readonly pitch: number
}

/** The narrowest zone has thirty letters; half of them may be lost. */
const fewestBlobs = 12
const leastLength = 20 // heights
/** In OCR-B, size 1: 2.54 mm from letter to letter, 2.4 mm high (ICAO 9303-3 §4.4). */
const pitchOfHeight = 1.06

export const middleAt = ({ middle: [a, b, c] }: TextLine, x: number) => a + b * x + c * x * x
export const slopeAt = ({ middle: [, b, c] }: TextLine, x: number) => b + 2 * c * x

/** The lines that are long enough to be of a zone. */
export function findTextLines(blobs: readonly Blob[]): TextLine[] {
  const possible = blobs.filter(
    (blob) => heightOf(blob) >= 5 && heightOf(blob) <= 120 && widthOf(blob) <= 7 * heightOf(blob),
  )
  return chains(possible).flatMap((chain) => {
    const line = chain.length < fewestBlobs ? undefined : fitLine(chain)
    return line && line.to - line.from >= leastLength * line.height ? [line] : []
  })
}

/** Each piece goes on to the nearest one to the right that may stand in the same line. */
function chains(blobs: readonly Blob[]): Blob[][] {
  const sorted = blobs.toSorted((one, other) => one.left - other.left)
  const found: Blob[][] = []
  const chainOf = new Map<Blob, Blob[]>()
  sorted.forEach((blob, at) => {
    const chain = chainOf.get(blob) ?? [blob]
    if (chain.length === 1) {
      chainOf.set(blob, chain)
      found.push(chain)
    }
    const next = nextOf(sorted, at)
    if (next === undefined || chainOf.has(next)) return
    chain.push(next)
    chainOf.set(next, chain)
  })
  return found
}

function nextOf(sorted: readonly Blob[], at: number): Blob | undefined {
  const blob = sorted[at]
  if (blob === undefined) return undefined
  const height = heightOf(blob)
  for (let next = at + 1; next < sorted.length; next += 1) {
    const other = sorted[next]
    if (other === undefined || other.left - blob.right > 2.2 * height) return undefined
    const tall = Math.max(height, heightOf(other))
    const alike = tall <= 2.2 * Math.min(height, heightOf(other))
    const beside = centreOf(other) > blob.right - 0.3 * height
    if (alike && beside && Math.abs(middleOf(other) - middleOf(blob)) < 0.45 * tall) return other
  }
  return undefined
}

function fitLine(chain: readonly Blob[]): TextLine | undefined {
  const heights = chain.map(heightOf).toSorted((one, other) => one - other)
  const height = heights[Math.floor(heights.length * 0.75)] ?? 0
  const tall = chain.filter((blob) => Math.abs(heightOf(blob) - height) <= 0.2 * height + 1)
  const points = tall.map((blob) => ({ x: centreOf(blob), y: middleOf(blob) }))
  if (points.length < 6) return undefined
  const rough = fitCurve(points)
  if (rough === undefined) return undefined
  const off = ({ x, y }: Point) => Math.abs(rough[0] + rough[1] * x + rough[2] * x * x - y)
  const near = points.filter((point) => off(point) < 0.25 * height)
  const middle = (near.length >= 6 ? fitCurve(near) : undefined) ?? rough
  const from = chain.reduce((least, blob) => Math.min(least, blob.left), Infinity)
  const to = chain.reduce((most, blob) => Math.max(most, blob.right), 0)
  return { from, to, middle, height, pitch: pitchOf(chain, height) }
}

/** The middle one of the distances that can be a pitch. */
function pitchOf(chain: readonly Blob[], height: number): number {
  const single = chain.filter((blob) => widthOf(blob) < 1.15 * height)
  const steps = single
    .slice(1)
    .map((blob, at) => centreOf(blob) - centreOf(single[at] ?? blob))
    .filter((step) => step > 0.8 * height && step < 1.4 * height)
    .toSorted((one, other) => one - other)
  return steps.length < 8 ? pitchOfHeight * height : (steps[steps.length >> 1] ?? height)
}

export type Point = { readonly x: number; readonly y: number }

/** The parabola with the least squares; a straight line where points are too few or too close. */
export function fitCurve(points: readonly Point[]): [number, number, number] | undefined {
  const count = points.length
  if (count < 2) return undefined
  const centre = points.reduce((sum, { x }) => sum + x, 0) / count
  const reach = Math.max(...points.map(({ x }) => Math.abs(x - centre)))
  if (reach === 0) return undefined
  // In a unit of its own, so that the sums stay of one size.
  const scaled = points.map(({ x, y }) => ({ x: (x - centre) / reach, y }))
  const sum = (power: number, ofY: boolean) =>
    scaled.reduce((total, { x, y }) => total + x ** power * (ofY ? y : 1), 0)
  const [x1, x2, x3, x4] = [sum(1, false), sum(2, false), sum(3, false), sum(4, false)]
  const [y0, y1, y2] = [sum(0, true), sum(1, true), sum(2, true)]
  const solved =
    count >= 8
      ? solve3([count, x1, x2, y0], [x1, x2, x3, y1], [x2, x3, x4, y2])
      : solve3([count, x1, 0, y0], [x1, x2, 0, y1], [0, 0, 1, 0])
  if (solved === undefined) return undefined
  const [a, b, c] = solved
  const [slope, bend] = [b / reach, c / reach ** 2]
  return [a - slope * centre + bend * centre ** 2, slope - 2 * bend * centre, bend]
}

type Row = readonly [number, number, number, number]

/** Three equations by Cramer's rule. */
function solve3(one: Row, two: Row, three: Row): [number, number, number] | undefined {
  const rows = [one, two, three]
  const determinant = (columns: readonly [number, number, number]) => {
    const [a, b, c] = columns.map((column) => rows.map((row) => row[column] ?? 0)) as [
      number[],
      number[],
      number[],
    ]
    const at = (column: number[], row: number) => column[row] ?? 0
    return (
      at(a, 0) * (at(b, 1) * at(c, 2) - at(b, 2) * at(c, 1)) -
      at(b, 0) * (at(a, 1) * at(c, 2) - at(a, 2) * at(c, 1)) +
      at(c, 0) * (at(a, 1) * at(b, 2) - at(a, 2) * at(b, 1))
    )
  }
  const whole = determinant([0, 1, 2])
  if (Math.abs(whole) < 1e-9) return undefined
  return [
    determinant([3, 1, 2]) / whole,
    determinant([0, 3, 2]) / whole,
    determinant([0, 1, 3]) / whole,
  ]
}
