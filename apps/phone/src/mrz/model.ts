/**
 * The file of a trained network: part after part in the order of `partNames`; of weights, the
 * largest as a 32-bit float (little endian) and each in 127ths of it as one signed octet; of
 * biases, 32-bit floats.
 */
import { partNames, parts, type Network, type Part } from './network.ts'

const isWeights = (part: Part) => part.endsWith('Weights')
const sizeOf = (part: Part) => (isWeights(part) ? 4 + parts[part] : 4 * parts[part])
const modelSize = partNames.reduce((sum, part) => sum + sizeOf(part), 0)

export function packModel(network: Network): Uint8Array {
  const file = new DataView(new ArrayBuffer(modelSize))
  let at = 0
  for (const part of partNames) {
    const values = network[part]
    if (isWeights(part)) {
      const most = values.reduce((one, other) => Math.max(one, Math.abs(other)), 0)
      file.setFloat32(at, most, true)
      values.forEach((value, n) => file.setInt8(at + 4 + n, Math.round((value / most) * 127)))
    } else values.forEach((value, n) => file.setFloat32(at + 4 * n, value, true))
    at += sizeOf(part)
  }
  return new Uint8Array(file.buffer)
}

/** Throws `RangeError` where the file is not as long as a model is. */
export function unpackModel(octets: ArrayBuffer): Network {
  if (octets.byteLength !== modelSize) throw new RangeError('Not a model of this network')
  const file = new DataView(octets)
  let at = 0
  const unpacked = partNames.map((part) => {
    const from = at
    at += sizeOf(part)
    if (!isWeights(part))
      return [
        part,
        Float32Array.from({ length: parts[part] }, (_, n) => file.getFloat32(from + 4 * n, true)),
      ]
    const most = file.getFloat32(from, true)
    return [
      part,
      Float32Array.from(
        { length: parts[part] },
        (_, n) => (file.getInt8(from + 4 + n) / 127) * most,
      ),
    ]
  })
  return Object.fromEntries(unpacked) as Network
}
