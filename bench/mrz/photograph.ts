/** A camera's picture of a page: turned, leaning, out of focus, in the shade, with noise. */
import type { Chance } from '../../apps/phone/mrz-model/chance.ts'
import { shadeAt, type Grey } from '../../apps/phone/src/mrz/grey.ts'

/** How bad each thing may be at the most; nought for none. */
export type Spoiling = {
  /** Degrees, either way. */
  readonly turn: number
  /** The page's far side is smaller by this part. */
  readonly lean: number
  /** Deviation of the blur, in parts of the pitch of the letters. */
  readonly blur: number
  /** The darkest place gets this much less of the light. */
  readonly shadow: number
  /** Deviation of the noise, of 255. */
  readonly noise: number
}

export const grades = {
  'held still, in daylight': { turn: 2, lean: 0.02, blur: 0.04, shadow: 0.1, noise: 3 },
  turned: { turn: 10, lean: 0.03, blur: 0.05, shadow: 0.15, noise: 4 },
  leaning: { turn: 3, lean: 0.15, blur: 0.05, shadow: 0.15, noise: 4 },
  'out of focus': { turn: 3, lean: 0.04, blur: 0.16, shadow: 0.15, noise: 4 },
  'in a shadow': { turn: 3, lean: 0.04, blur: 0.06, shadow: 0.65, noise: 7 },
  'all at once': { turn: 7, lean: 0.1, blur: 0.12, shadow: 0.45, noise: 8 },
} as const satisfies Record<string, Spoiling>

/** What most cameras give. */
const [width, height] = [1280, 720]

export function photograph(page: Grey, spoiling: Spoiling, chance: Chance): Grey {
  const within = (most: number) => chance.between(-most, most)
  const fill = chance.between(0.72, 0.94)
  const scale = (page.width / width) * (1 / fill)
  const angle = (within(spoiling.turn) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [leanX, leanY] = [within(spoiling.lean) / width, within(spoiling.lean) / height]
  const centre = {
    x: page.width / 2 + within(0.02) * page.width,
    y: page.height * chance.between(0.6, 0.7),
  }
  const shadow = openShadow(spoiling.shadow, chance)
  const footprint = scale / 3
  const sharp = new Float32Array(width * height)
  for (let row = 0, to = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1, to += 1) {
      const [x, y] = [column - width / 2, row - height / 2]
      const far = 1 + x * leanX + y * leanY
      const [pageX, pageY] = [
        centre.x + (scale * (x * cos - y * sin)) / far,
        centre.y + (scale * (x * sin + y * cos)) / far,
      ]
      const outside = pageX < 0 || pageY < 0 || pageX > page.width || pageY > page.height
      const shade = outside
        ? 60
        : (shadeAt(page, pageX - footprint, pageY - footprint) +
            shadeAt(page, pageX + footprint, pageY - footprint) +
            shadeAt(page, pageX - footprint, pageY + footprint) +
            shadeAt(page, pageX + footprint, pageY + footprint)) /
          4
      sharp[to] = shade * shadow(column / width, row / height)
    }
  const pitch = (2.54 * 12) / scale
  const soft = blurred(sharp, Math.abs(chance.between(0.3, 1)) * spoiling.blur * pitch)
  const noise = chance.between(0.3, 1) * spoiling.noise
  const data = Uint8ClampedArray.from(soft, (shade) => shade + noise * chance.normal())
  return { width, height, data }
}

/** A soft edge across the picture, darker on one side. */
function openShadow(most: number, chance: Chance) {
  const depth = chance.between(0.3, 1) * most
  const angle = chance.between(0, Math.PI * 2)
  const edge = chance.between(0.3, 0.7)
  const softness = chance.between(0.03, 0.3)
  return (x: number, y: number) => {
    const along = (x - 0.5) * Math.cos(angle) + (y - 0.5) * Math.sin(angle) + 0.5
    return 1 - depth / (1 + Math.exp(-(along - edge) / softness))
  }
}

function blurred(shades: Float32Array, deviation: number): Float32Array {
  if (deviation < 0.2) return shades
  const reach = Math.ceil(deviation * 2.5)
  const raw = Array.from({ length: reach * 2 + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation * deviation)),
  )
  const sum = raw.reduce((one, other) => one + other)
  const weights = Float32Array.from(raw, (weight) => weight / sum)
  return blurredAlong(blurredAlong(shades, weights, 1), weights, width)
}

/** `stride`: how far apart neighbours lie, 1 along a row and the width along a column. */
function blurredAlong(shades: Float32Array, weights: Float32Array, stride: number): Float32Array {
  const reach = (weights.length - 1) / 2
  const out = new Float32Array(shades.length)
  for (let at = 0; at < shades.length; at += 1) {
    let shade = 0
    for (let tap = 0; tap < weights.length; tap += 1) {
      const from = Math.min(shades.length - 1, Math.max(0, at + (tap - reach) * stride))
      shade += (weights[tap] ?? 0) * (shades[from] ?? 0)
    }
    out[at] = shade
  }
  return out
}
