/** A picture in shades of grey, as the reader of the zone takes it. */

/** `data` holds `width * height` octets in rows from the top, 0 is black and 255 white. */
export type Grey = {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/** Of pixels as a canvas gives them: four octets each, red, green, blue, alpha. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const data = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4)
    data[at] =
      ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 151 + (rgba[from + 2] ?? 0) * 28) >> 8
  return { width, height, data }
}

/** Between the pixels' centres in straight lines; outside the picture its edge goes on. */
export function shadeAt({ width, height, data }: Grey, x: number, y: number): number {
  const inX = x < 0 ? 0 : x > width - 1 ? width - 1 : x
  const inY = y < 0 ? 0 : y > height - 1 ? height - 1 : y
  const left = inX | 0
  const top = inY | 0
  const across = inX - left
  const down = inY - top
  const at = top * width + left
  const right = left < width - 1 ? 1 : 0
  const below = top < height - 1 ? at + width : at
  const upper = (data[at] ?? 0) * (1 - across) + (data[at + right] ?? 0) * across
  const lower = (data[below] ?? 0) * (1 - across) + (data[below + right] ?? 0) * across
  return upper * (1 - down) + lower * down
}
