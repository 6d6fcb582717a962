/** Pictures as pixels: JPEG of a camera, JPEG or JPEG 2000 of a chip. What is sent may be anything. */
import openCodec from '@cornerstonejs/codec-openjpeg/decode'
import { decode } from 'jpeg-js'

/** Three octets a pixel, red, green, blue, in rows from the top. */
export type Picture = {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** More than any camera of ours sends, and than any document holds. */
const mostMegapixels = 3

/** Undefined where it is no such picture, or a larger one. */
export function readJpeg(file: Uint8Array): Picture | undefined {
  try {
    const { width, height, data } = decode(file, {
      formatAsRGBA: false,
      useTArray: true,
      maxResolutionInMP: mostMegapixels,
      maxMemoryUsageInMB: 128,
    })
    return { width, height, pixels: data }
  } catch {
    return undefined
  }
}

let codec: ReturnType<typeof openCodec> | undefined

/** ISO/IEC 15444-1, as a file or as a bare code stream; grey or in colours of eight bits. */
export async function readJpeg2000(file: Uint8Array): Promise<Picture | undefined> {
  if (!isSmall(file)) return undefined
  codec ??= openCodec()
  const { J2KDecoder } = await codec
  const decoder = new J2KDecoder()
  try {
    decoder.getEncodedBuffer(file.length).set(file)
    decoder.decode()
    const { width, height, bitsPerSample, componentCount } = decoder.getFrameInfo()
    const decoded = decoder.getDecodedBuffer()
    const told = width * height * componentCount
    if (bitsPerSample !== 8 || ![1, 3].includes(componentCount) || decoded.length !== told)
      return undefined
    const pixels = Uint8Array.from(
      { length: width * height * 3 },
      (_, at) => decoded[componentCount === 3 ? at : Math.floor(at / 3)] ?? 0,
    )
    return { width, height, pixels }
  } catch {
    return undefined
  } finally {
    decoder.delete()
  }
}

/** Start of code stream, and the size that follows it at once (ISO/IEC 15444-1 §A.5.1). */
const sizeMark = Buffer.from('ff4fff51', 'hex')

/** What it says of itself, before anything of that size is made room for. */
function isSmall(file: Uint8Array): boolean {
  const at = Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(sizeMark)
  if (at < 0 || at + 24 > file.length) return false
  const view = new DataView(file.buffer, file.byteOffset + at, 24)
  const [right, bottom] = [view.getUint32(8), view.getUint32(12)]
  return right > 0 && bottom > 0 && right * bottom <= mostMegapixels * 1e6
}
