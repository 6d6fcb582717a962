/** One picture out of a running video, as the server takes it: JPEG, small, never kept. */
import type { Bytes } from '@open-mitid/kernel'

const widest = 640
/** Octets; the server takes no more of one picture. */
const most = 90_000
const qualities = [0.88, 0.75, 0.6, 0.45]

/** Undefined while there is no picture yet. */
export async function takePicture(video: HTMLVideoElement): Promise<Bytes | undefined> {
  const { videoWidth, videoHeight } = video
  if (videoWidth === 0) return undefined
  const scale = Math.min(1, widest / videoWidth)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(videoWidth * scale)
  canvas.height = Math.round(videoHeight * scale)
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height)
  for (const quality of qualities) {
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality)
    })
    if (blob && blob.size <= most) return new Uint8Array(await blob.arrayBuffer())
  }
  return undefined
}
