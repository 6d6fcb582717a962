/** The lamp beside a phone's camera, where there is one (Image Capture §5.2, `torch`). */

export function hasLight(stream: MediaStream): boolean {
  const [track] = stream.getVideoTracks()
  return track !== undefined && 'getCapabilities' in track && 'torch' in track.getCapabilities()
}

export async function setLight(stream: MediaStream, on: boolean): Promise<void> {
  const [track] = stream.getVideoTracks()
  const wanted: MediaTrackConstraintSet & { torch: boolean } = { torch: on }
  await track?.applyConstraints({ advanced: [wanted] })
}
