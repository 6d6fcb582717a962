import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packModel, unpackModel } from './model.ts'
import { classes, emptyTrace, partNames, parts, pass, patchSize } from './network.ts'

const file = readFileSync(join(import.meta.dirname, 'model.bin'))
const octets = () => new Uint8Array(file).buffer

describe('The model file', () => {
  test('is small enough to be fetched on a phone', () => {
    expect(file.length).toBeLessThan(40_000)
  })

  test('unpacked and packed again it is the same', () => {
    expect(Buffer.from(packModel(unpackModel(octets()))).equals(file)).toBe(true)
  })

  test('a file that is cut or longer is refused', () => {
    expect(() => unpackModel(octets().slice(1))).toThrow(RangeError)
    expect(() => unpackModel(new Uint8Array([...file, 0]).buffer)).toThrow(RangeError)
  })

  test('every part has as many numbers as the network wants', () => {
    const network = unpackModel(octets())
    for (const part of partNames) expect(network[part]).toHaveLength(parts[part])
  })

  test('whatever it is shown, the likelihoods are shares of one', () => {
    const trace = emptyTrace()
    for (const shade of [0, 1, -3]) {
      pass(unpackModel(octets()), new Float32Array(patchSize).fill(shade), trace)
      expect(trace.likelihood).toHaveLength(classes)
      expect(trace.likelihood.reduce((sum, value) => sum + value)).toBeCloseTo(1, 5)
    }
  })
})
