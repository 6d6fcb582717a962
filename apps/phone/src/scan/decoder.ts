/** Finds QR codes in pictures, beside the page, so that it stays quick while the camera runs. */
import type { Found } from './decode-worker.ts'

export type Decoder = {
  /** The text of a QR code in the picture, or undefined. Takes the picture away from the caller. */
  readonly read: (picture: ImageBitmap) => Promise<string | undefined>
  readonly close: () => void
}

export function openDecoder(): Decoder {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  let answer: (text: string | undefined) => void = () => undefined
  worker.addEventListener('message', ({ data }: MessageEvent<Found>) => answer(data.text))
  worker.addEventListener('error', () => answer(undefined))
  return {
    read: (picture) =>
      new Promise((resolve) => {
        answer = resolve
        worker.postMessage(picture, [picture])
      }),
    close: () => worker.terminate(),
  }
}
