/** Runs in a worker: draws the picture it is sent, looks for a QR code, and answers its text. */
import { decodeQR } from 'qr/decode.js'

/** What comes back for each picture. */
export type Found = { readonly text: string | undefined }

/** Larger pictures are made smaller: a code that fills a tenth of the side is still found. */
const longest = 1600
/** What one picture may cost, in milliseconds, beyond the least. */
const timeLimit = 60

const canvas = new OffscreenCanvas(1, 1)
const context = canvas.getContext('2d', { willReadFrequently: true })

addEventListener('message', ({ data: picture }: MessageEvent<ImageBitmap>) => {
  postMessage({ text: find(picture) } satisfies Found)
})

function find(picture: ImageBitmap): string | undefined {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  canvas.width = width
  canvas.height = height
  context?.drawImage(picture, 0, 0, width, height)
  picture.close()
  const image = context?.getImageData(0, 0, width, height)
  if (!image) return undefined
  try {
    return decodeQR({ width, height, data: image.data }, { format: 'RGBA', timeLimit })
  } catch {
    return undefined // no code in the picture
  }
}
