/** One step of training: how each number of the network should change for a batch of patches. */
import {
  eachTap,
  emptyTrace,
  first,
  parts,
  partNames,
  pass,
  second,
  type Filters,
  type Network,
} from '../src/mrz/network.ts'

export type Example = { readonly patch: Float32Array; readonly shows: number }

export function emptyNetwork(): Network {
  return Object.fromEntries(
    partNames.map((part) => [part, new Float32Array(parts[part])]),
  ) as Network
}

/** Weights from a normal distribution as wide as their layer's inputs ask for; biases nought. */
export function freshNetwork(normal: () => number): Network {
  const network = emptyNetwork()
  const inputs = { firstWeights: 25, secondWeights: 72, hiddenWeights: 480, classWeights: 64 }
  for (const [part, count] of Object.entries(inputs) as [keyof typeof inputs, number][])
    network[part].forEach((_, at, all) => (all[at] = normal() * Math.sqrt(2 / count)))
  return network
}

/** Adds the gradient of the cross entropy of one example to `gradient`; answers its loss. */
export function openBackward(network: Network) {
  const trace = emptyTrace()
  const back = emptyTrace()
  const nowhere = new Float32Array(0)
  return ({ patch, shows }: Example, gradient: Network): { loss: number; right: boolean } => {
    pass(network, patch, trace)
    const likelihood = trace.likelihood
    const loss = -Math.log(Math.max(1e-9, likelihood[shows] ?? 0))
    const right = likelihood.indexOf(Math.max(...likelihood)) === shows
    back.likelihood.set(likelihood)
    back.likelihood[shows] = (likelihood[shows] ?? 0) - 1
    backFull(trace.hidden, network.classWeights, back.likelihood, back.hidden, {
      weights: gradient.classWeights,
      bias: gradient.classBias,
    })
    trace.hidden.forEach((value, at) => {
      if (value <= 0) back.hidden[at] = 0
    })
    backFull(trace.secondLargest, network.hiddenWeights, back.hidden, back.secondLargest, {
      weights: gradient.hiddenWeights,
      bias: gradient.hiddenBias,
    })
    backLargest(second, trace.second, trace.secondLargest, back.secondLargest, back.second)
    backFilter(second, trace.firstLargest, network.secondWeights, back.second, back.firstLargest, {
      weights: gradient.secondWeights,
      bias: gradient.secondBias,
    })
    backLargest(first, trace.first, trace.firstLargest, back.firstLargest, back.first)
    backFilter(first, patch, network.firstWeights, back.first, nowhere, {
      weights: gradient.firstWeights,
      bias: gradient.firstBias,
    })
    return { loss, right }
  }
}

type Change = { readonly weights: Float32Array; readonly bias: Float32Array }

function backFull(
  values: Float32Array,
  weights: Float32Array,
  outBack: Float32Array,
  valuesBack: Float32Array,
  change: Change,
): void {
  const { length } = values
  valuesBack.fill(0)
  for (let at = 0, weightAt = 0; at < outBack.length; at += 1, weightAt += length) {
    const slope = outBack[at] ?? 0
    change.bias[at] = (change.bias[at] ?? 0) + slope
    if (slope === 0) continue
    for (let from = 0; from < length; from += 1) {
      const weight = weightAt + from
      change.weights[weight] = (change.weights[weight] ?? 0) + slope * (values[from] ?? 0)
      valuesBack[from] = (valuesBack[from] ?? 0) + slope * (weights[weight] ?? 0)
    }
  }
}

/** What came through goes back to the one of four that was largest. */
function backLargest(
  { filters, width, height }: Filters,
  planes: Float32Array,
  largest: Float32Array,
  largestBack: Float32Array,
  planesBack: Float32Array,
): void {
  planesBack.fill(0)
  const rows = (filters * height) / 2
  for (let row = 0, from = 0; row < rows; row += 1)
    for (let column = 0; column < width; column += 2, from += 1) {
      const value = largest[from] ?? 0
      if (value <= 0) continue
      const at = row * 2 * width + column
      const winner = [at, at + 1, at + width, at + width + 1].find((one) => planes[one] === value)
      if (winner !== undefined) planesBack[winner] = largestBack[from] ?? 0
    }
}

function backFilter(
  shape: Filters,
  planes: Float32Array,
  weights: Float32Array,
  outBack: Float32Array,
  planesBack: Float32Array,
  change: Change,
): void {
  const { width, height } = shape
  const size = width * height
  planesBack.fill(0)
  const wantsBack = planesBack.length > 0
  for (let at = 0; at < shape.filters; at += 1)
    for (let pixel = at * size; pixel < (at + 1) * size; pixel += 1)
      change.bias[at] = (change.bias[at] ?? 0) + (outBack[pixel] ?? 0)
  eachTap(shape, (weightAt, from, to, columns, rows) => {
    const weight = weights[weightAt] ?? 0
    let sum = 0
    for (let row = 0; row < rows; row += 1) {
      const [source, target] = [from + row * width, to + row * width]
      for (let column = 0; column < columns; column += 1) {
        const slope = outBack[target + column] ?? 0
        sum += slope * (planes[source + column] ?? 0)
        if (wantsBack)
          planesBack[source + column] = (planesBack[source + column] ?? 0) + slope * weight
      }
    }
    change.weights[weightAt] = (change.weights[weightAt] ?? 0) + sum
  })
}

/** Adam (Kingma and Ba, 2015) with its usual constants. */
export function openAdam(network: Network) {
  const [mean, square] = [emptyNetwork(), emptyNetwork()]
  let steps = 0
  return (gradient: Network, count: number, rate: number): void => {
    steps += 1
    const [fresh, steady] = [1 - 0.9 ** steps, 1 - 0.999 ** steps]
    for (const part of partNames) {
      const [values, slopes, means, squares] = [
        network[part],
        gradient[part],
        mean[part],
        square[part],
      ]
      for (let at = 0; at < values.length; at += 1) {
        const slope = (slopes[at] ?? 0) / count
        const average = (means[at] = 0.9 * (means[at] ?? 0) + 0.1 * slope)
        const spread = (squares[at] = 0.999 * (squares[at] ?? 0) + 0.001 * slope * slope)
        values[at] =
          (values[at] ?? 0) - (rate * (average / fresh)) / (Math.sqrt(spread / steady) + 1e-8)
      }
      slopes.fill(0)
    }
  }
}
