/** Patches as a camera would see them: from drawn lines, with everything that spoils a picture. */
import { shadeAt, type Grey } from '../src/mrz/grey.ts'
import { letters, nothing, patchHeight, patchWidth, pitchPixels } from '../src/mrz/network.ts'
import { samplePatch } from '../src/mrz/patch.ts'
import type { Chance } from './chance.ts'
import type { Strip } from './strips.ts'
import type { Example } from './training-step.ts'

/** How often an example shows no letter of the zone. */
const nothingShare = 0.25

/** `zone`: lines in OCR-B; `other`: lines in other types, which count as nothing. */
export function drawExample(
  zone: readonly Strip[],
  other: readonly Strip[],
  chance: Chance,
): Example {
  if (chance.unit() >= nothingShare) {
    const strip = chance.oneOf(zone)
    const at = Math.floor(chance.unit() * strip.text.length)
    const off = { x: chance.between(-0.15, 0.15), y: chance.between(-0.15, 0.15) }
    return {
      patch: takePatch(strip, at, off, chance),
      shows: letters.indexOf(strip.text[at] ?? ''),
    }
  }
  const kind = chance.unit()
  const sign = chance.unit() < 0.5 ? -1 : 1
  const strip = kind < 0.2 ? chance.oneOf(other) : chance.oneOf(zone)
  const within = Math.floor(chance.unit() * strip.text.length)
  const [at, x, y] =
    kind < 0.6
      ? [within, sign * chance.between(0.34, 0.5), chance.between(-0.15, 0.15)]
      : kind < 0.8
        ? [within, chance.between(-0.5, 0.5), sign * chance.between(0.45, 0.9)]
        : [
            sign < 0 ? -1 : strip.text.length,
            sign * chance.between(-0.1, 0.6),
            chance.between(-0.2, 0.2),
          ]
  return { patch: takePatch(strip, at, { x, y }, chance), shows: nothing }
}

function takePatch(
  strip: Strip,
  at: number,
  off: { readonly x: number; readonly y: number },
  chance: Chance,
): Float32Array {
  const pitch = chance.between(9, 30) // of the camera's pixels
  const photo = photograph(strip, at, pitch, chance)
  const patch = new Float32Array(patchWidth * patchHeight)
  const scale = { x: chance.between(0.9, 1.1), y: chance.between(0.88, 1.14) }
  const turn = chance.between(-0.05, 0.05)
  const step = pitch / pitchPixels
  samplePatch(
    photo,
    {
      x: photo.width / 2 + off.x * pitch,
      y: photo.height / 2 + off.y * pitch,
      acrossX: step * scale.x,
      acrossY: step * turn,
      downX: -step * turn + step * chance.between(-0.06, 0.06),
      downY: step * scale.y,
    },
    patch,
  )
  return patch
}

/** The surroundings of one letter as pixels of a camera. */
function photograph(strip: Strip, at: number, pitch: number, chance: Chance): Grey {
  const [width, height] = [Math.ceil(pitch * 2.2), Math.ceil(pitch * 2.6)]
  const centre = strip.firstCentre + at * strip.pitch
  const perPixel = strip.pitch / pitch
  const jitter = { x: chance.between(-0.5, 0.5), y: chance.between(-0.5, 0.5) }
  const ink = chance.between(10, 110)
  const paper = chance.between(Math.min(245, ink + 55), 255)
  const slope = {
    x: chance.between(-1, 1),
    y: chance.between(-1, 1),
    amount: chance.between(0, 45),
  }
  const weave = openWeave(chance, pitch)
  const sharp = new Float32Array(width * height)
  for (let row = 0, to = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1, to += 1) {
      const x = centre + (column + jitter.x - width / 2) * perPixel
      const y = strip.middle + (row + jitter.y - height / 2) * perPixel
      const cover = 1 - boxShade(strip.picture, x, y, perPixel) / 255
      const shadow =
        slope.amount * (slope.x * (column / width - 0.5) + slope.y * (row / height - 0.5))
      sharp[to] = paper + weave(column, row) + (ink - paper) * cover + shadow
    }
  const blurred = blur(sharp, width, height, chance)
  const noise = chance.between(0, 9)
  const data = Uint8ClampedArray.from(blurred, (shade) => shade + noise * chance.normal())
  return { width, height, data }
}

/** The fine lines that documents are printed on. */
function openWeave(chance: Chance, pitch: number) {
  const amount = chance.unit() < 0.5 ? 0 : chance.between(2, 24)
  const [across, down, bend] = [chance.between(-2, 2), chance.between(-2, 2), chance.between(0, 2)]
  const phase = chance.between(0, 7)
  return (column: number, row: number) =>
    amount === 0
      ? 0
      : -amount *
        (0.5 +
          0.5 *
            Math.sin(
              phase +
                ((column * across + row * down) * 5) / pitch +
                bend * Math.sin((row * 4) / pitch),
            ))
}

/** What falls on one pixel of the camera: nine points of it. */
function boxShade(picture: Grey, x: number, y: number, side: number): number {
  let sum = 0
  for (const down of [-1, 0, 1])
    for (const across of [-1, 0, 1])
      sum += shadeAt(picture, x + (across * side) / 3, y + (down * side) / 3)
  return sum / 9
}

/** Out of focus, or moved; the kernel is as wide as a fraction of the letter. */
function blur(shades: Float32Array, width: number, height: number, chance: Chance): Float32Array {
  const pitch = width / 2.2
  const across = Math.abs(chance.normal()) * 0.07 * pitch
  const down = chance.unit() < 0.7 ? across : Math.abs(chance.normal()) * 0.07 * pitch
  return blurRows(
    transposed(blurRows(transposed(shades, width, height), height, down), height, width),
    width,
    across,
  )
}

function blurRows(shades: Float32Array, width: number, deviation: number): Float32Array {
  if (deviation < 0.25) return shades
  const reach = Math.ceil(deviation * 2.5)
  const weights = Array.from({ length: reach * 2 + 1 }, (_, at) =>
    Math.exp(-((at - reach) ** 2) / (2 * deviation * deviation)),
  )
  const sum = weights.reduce((one, other) => one + other)
  return shades.map((_, at) => {
    const column = at % width
    let shade = 0
    weights.forEach((weight, tap) => {
      const other = Math.min(width - 1, Math.max(0, column + tap - reach))
      shade += weight * (shades[at - column + other] ?? 0)
    })
    return shade / sum
  })
}

function transposed(shades: Float32Array, width: number, height: number): Float32Array {
  const turned = new Float32Array(shades.length)
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      turned[column * height + row] = shades[row * width + column] ?? 0
  return turned
}
