/** Pictures from a source, looked through one after the other until what is sought is found. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Reader } from './reader.ts'
import { closeSource, openSource, type SourceKind, type SourceRefusal } from './source.ts'

export type ScanState =
  | { readonly at: 'opening' }
  | { readonly at: 'looking'; readonly stream: MediaStream }
  | { readonly at: 'stopped'; readonly why: SourceRefusal['kind'] | 'ended' }
  /** No source is open; the person is asked to choose one. */
  | { readonly at: 'idle' }

/** Milliseconds between two looks: a QR code stands for two seconds. */
const pause = 120

/** `found` gets each thing read and answers whether that was it; the source is then closed. */
export function useScanner<Thing>(
  kind: SourceKind | undefined,
  openReader: () => Reader<Thing>,
  found: (thing: Thing) => boolean,
): { state: ScanState; video: { current: HTMLVideoElement | null }; again: () => void } {
  const [state, setState] = useState<ScanState>({ at: 'idle' })
  const [attempt, setAttempt] = useState(0)
  const video = useRef<HTMLVideoElement>(null)
  const hand = useRef(found)
  hand.current = found

  useEffect(() => {
    if (kind === undefined) {
      setState({ at: 'idle' })
      return
    }
    const over = new AbortController()
    setState({ at: 'opening' })
    void scan({
      kind,
      openReader,
      over: over.signal,
      video,
      found: (thing) => hand.current(thing),
      tell: setState,
    })
    return () => over.abort()
  }, [kind, attempt])

  return { state, video, again: () => setAttempt((count) => count + 1) }
}

type Scan<Thing> = {
  readonly kind: SourceKind
  readonly openReader: () => Reader<Thing>
  readonly over: AbortSignal
  readonly video: { current: HTMLVideoElement | null }
  readonly found: (thing: Thing) => boolean
  readonly tell: (state: ScanState) => void
}

async function scan<Thing>({
  kind,
  openReader,
  over,
  video,
  found,
  tell,
}: Scan<Thing>): Promise<void> {
  const opened = await openSource(kind)
  if (!opened.ok) {
    if (!over.aborted) tell({ at: 'stopped', why: opened.refusal.kind })
    return
  }
  const stream = opened.value
  const reader = openReader()
  const close = () => {
    closeSource(stream)
    reader.close()
  }
  if (over.aborted) {
    close()
    return
  }
  over.addEventListener('abort', close)
  stream.getVideoTracks()[0]?.addEventListener('ended', () => {
    if (!over.aborted) tell({ at: 'stopped', why: 'ended' })
  })
  tell({ at: 'looking', stream })
  const look = async (): Promise<void> => {
    const picture = await take(video.current, stream)
    const thing = picture && (await reader.read(picture))
    if (over.aborted || !stream.active) return
    if (thing !== undefined && found(thing)) close()
    else setTimeout(() => void look(), pause)
  }
  await look()
}

/** Undefined while the first picture is still on its way. */
async function take(
  video: HTMLVideoElement | null,
  stream: MediaStream,
): Promise<ImageBitmap | undefined> {
  if (!video) return undefined
  if (video.srcObject !== stream) {
    video.srcObject = stream
    await video.play().catch(() => undefined)
  }
  return video.videoWidth > 0 ? createImageBitmap(video) : undefined
}
