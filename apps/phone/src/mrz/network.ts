/**
 * A small convolutional network that names the letter in a patch: two layers of filters, each
 * followed by the largest of four neighbours, and two full layers. `mrz-model/` trains it.
 */

/** A patch is so many pixels wide and high; the pitch of the letters is 16 of them. */
export const patchWidth = 20
export const patchHeight = 24
export const pitchPixels = 16
export const patchSize = patchWidth * patchHeight

/** What a patch can show; the last class is none of them: a gap, an edge, another text. */
export const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<'
export const nothing = letters.length
export const classes = letters.length + 1

/** A layer of filters over planes of one size; what lies outside a plane is nought. */
export type Filters = {
  readonly planes: number
  readonly filters: number
  readonly side: number
  readonly width: number
  readonly height: number
}
export const first = { planes: 1, filters: 8, side: 5, width: patchWidth, height: patchHeight }
export const second = {
  planes: 8,
  filters: 16,
  side: 3,
  width: patchWidth / 2,
  height: patchHeight / 2,
}
const flat = (second.filters * second.width * second.height) / 4
const hidden = 64

/** How many numbers each part of a model has, in the order in which a model file holds them. */
export const parts = {
  firstWeights: first.filters * first.planes * first.side ** 2,
  firstBias: first.filters,
  secondWeights: second.filters * second.planes * second.side ** 2,
  secondBias: second.filters,
  hiddenWeights: hidden * flat,
  hiddenBias: hidden,
  classWeights: classes * hidden,
  classBias: classes,
} as const
export type Part = keyof typeof parts
export const partNames = Object.keys(parts) as Part[]
export type Network = Readonly<Record<Part, Float32Array>>

/** What a pass leaves behind; training goes back through it. */
export function emptyTrace() {
  return {
    first: new Float32Array(first.filters * patchSize),
    firstLargest: new Float32Array((first.filters * patchSize) / 4),
    second: new Float32Array(flat * 4),
    secondLargest: new Float32Array(flat),
    hidden: new Float32Array(hidden),
    /** The likelihood of each class; together they are 1. */
    likelihood: new Float32Array(classes),
  }
}
export type Trace = ReturnType<typeof emptyTrace>

/** `patch`: `patchSize` shades in rows from the top, of mean 0 and deviation 1. */
export function pass(network: Network, patch: Float32Array, trace: Trace): void {
  filter(first, patch, network.firstWeights, network.firstBias, trace.first)
  largestOfFour(first, trace.first, trace.firstLargest)
  filter(second, trace.firstLargest, network.secondWeights, network.secondBias, trace.second)
  largestOfFour(second, trace.second, trace.secondLargest)
  full(trace.secondLargest, network.hiddenWeights, network.hiddenBias, trace.hidden)
  trace.hidden.forEach((value, at) => (trace.hidden[at] = Math.max(0, value)))
  full(trace.hidden, network.classWeights, network.classBias, trace.likelihood)
  toLikelihood(trace.likelihood)
}

function filter(
  shape: Filters,
  planes: Float32Array,
  weights: Float32Array,
  bias: Float32Array,
  out: Float32Array,
): void {
  const { width, height } = shape
  const size = width * height
  for (let at = 0; at < shape.filters; at += 1) out.fill(bias[at] ?? 0, at * size, (at + 1) * size)
  eachTap(shape, (weightAt, from, to, columns, rows) => {
    const weight = weights[weightAt] ?? 0
    for (let row = 0; row < rows; row += 1) {
      const [source, target] = [from + row * width, to + row * width]
      for (let column = 0; column < columns; column += 1)
        out[target + column] = (out[target + column] ?? 0) + weight * (planes[source + column] ?? 0)
    }
  })
}

/**
 * Every weight of the filters, with the rectangle it reads (`from` in the planes) and the one it
 * writes (`to` in what comes out), both `columns` wide and `rows` high.
 */
export function eachTap(
  { planes, filters, side, width, height }: Filters,
  visit: (weightAt: number, from: number, to: number, columns: number, rows: number) => void,
): void {
  const reach = (side - 1) / 2
  const size = width * height
  let weightAt = 0
  for (let filterAt = 0; filterAt < filters; filterAt += 1)
    for (let plane = 0; plane < planes; plane += 1)
      for (let down = -reach; down <= reach; down += 1)
        for (let across = -reach; across <= reach; across += 1) {
          const [top, left] = [Math.max(0, -down), Math.max(0, -across)]
          const to = filterAt * size + top * width + left
          const from = plane * size + (top + down) * width + left + across
          visit(weightAt, from, to, width - Math.abs(across), height - Math.abs(down))
          weightAt += 1
        }
}

/** Of each square of four, the largest; less than nought counts as nought. */
function largestOfFour(
  { filters, width, height }: Filters,
  planes: Float32Array,
  out: Float32Array,
) {
  const rows = (filters * height) / 2
  for (let row = 0, to = 0; row < rows; row += 1) {
    const from = row * 2 * width
    for (let column = 0; column < width; column += 2, to += 1) {
      const at = from + column
      out[to] = Math.max(
        0,
        planes[at] ?? 0,
        planes[at + 1] ?? 0,
        planes[at + width] ?? 0,
        planes[at + width + 1] ?? 0,
      )
    }
  }
}

function full(values: Float32Array, weights: Float32Array, bias: Float32Array, out: Float32Array) {
  const { length } = values
  for (let at = 0, weightAt = 0; at < out.length; at += 1, weightAt += length) {
    let sum = bias[at] ?? 0
    for (let from = 0; from < length; from += 1)
      sum += (values[from] ?? 0) * (weights[weightAt + from] ?? 0)
    out[at] = sum
  }
}

function toLikelihood(scores: Float32Array): void {
  const most = scores.reduce((one, other) => Math.max(one, other))
  let sum = 0
  scores.forEach((score, at) => (sum += scores[at] = Math.exp(score - most)))
  scores.forEach((value, at) => (scores[at] = value / sum))
}
