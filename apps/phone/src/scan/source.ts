/** Where the pictures come from: a camera, or a window of this computer that the person shows. */
import { accept, refuse, type Result } from '@open-mitid/kernel'

/** `face`: the camera that looks at the person who holds the phone. */
export type SourceKind = 'camera' | 'face' | 'screen'

export type SourceRefusal = { readonly kind: 'refused' | 'none' | 'in-use' }

export async function openSource(kind: SourceKind): Promise<Result<MediaStream, SourceRefusal>> {
  try {
    return accept(await open[kind]())
  } catch (error) {
    return refuse({ kind: reasonOf(error) })
  }
}

/** Whether a window of this computer can be shown to the app; phones cannot. */
export function canShowScreen(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices
}

/** Frees the camera, and its light goes out. */
export function closeSource(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

const open: Readonly<Record<SourceKind, () => Promise<MediaStream>>> = {
  camera: () => openCamera('environment'),
  face: () => openCamera('user'),
  screen: openScreen,
}

function openCamera(facing: 'environment' | 'user'): Promise<MediaStream> {
  const video = {
    facingMode: { ideal: facing },
    width: { ideal: 1280 },
    height: { ideal: 720 },
  }
  return navigator.mediaDevices.getUserMedia({ video, audio: false })
}

function openScreen(): Promise<MediaStream> {
  return navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 5 }, audio: false })
}

/** Media Capture and Streams §10.2: the names of the errors. */
function reasonOf(error: unknown): SourceRefusal['kind'] {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotReadableError':
    case 'AbortError':
    case 'InvalidStateError':
      return 'in-use'
    default:
      return 'none'
  }
}
