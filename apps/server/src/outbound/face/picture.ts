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
  codec ??= openCodec()
  const { J2KDecoder } = await codec
  const decoder = new J2KDecoder()
  try {
    decoder.getEncodedBuffer(file.length).set(file)
    decoder.readHeader()
    const told = decoder.getFrameInfo()
    const { width, height, componentCount: components } = told
    const small = width > 0 && height > 0 && width * height <= mostMegapixels * 1e6
    if (!small || told.bitsPerSample !== 8 || (components !== 1 && components !== 3))
      return undefined
    decoder.decode()
    const decoded = decoder.getDecodedBuffer()
    if (decoded.length < width * height * components) return undefined
    const pixels = Uint8Array.from(
      { length: width * height * 3 },
      (_, at) => decoded[components === 3 ? at : Math.floor(at / 3)] ?? 0,
    )
    return { width, height, pixels }
  } catch {
    return undefined
  } finally {
    decoder.delete()
  }
}
