/** Finds things in pictures, beside the page, so that it stays quick while the camera runs. */
import type { AccessFields } from '@open-mitid/icao9303'
import type { Found } from './answer-pictures.ts'

export type Reader<Thing> = {
  /** What was found in the picture, if anything. Takes the picture away from the caller. */
  readonly read: (picture: ImageBitmap) => Promise<Thing | undefined>
  readonly close: () => void
}

/** The text of a QR code. */
export function openQrReader(): Reader<string> {
  return openReader(new Worker(new URL('./qr-worker.ts', import.meta.url), { type: 'module' }))
}

/** What opens the chip of the document whose zone is seen, the likeliest reading first. */
export function openZoneReader(): Reader<readonly AccessFields[]> {
  return openReader(new Worker(new URL('./zone-worker.ts', import.meta.url), { type: 'module' }))
}

function openReader<Thing>(worker: Worker): Reader<Thing> {
  let answer: (thing: Thing | undefined) => void = () => undefined
  worker.addEventListener('message', ({ data }: MessageEvent<Found<Thing>>) => answer(data.thing))
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
