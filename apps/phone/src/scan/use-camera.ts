/** A source whose pictures are shown, and nothing is looked for in them. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { closeSource, openSource, type SourceKind } from './source.ts'
import type { ScanState } from './use-scanner.ts'

export function useCamera(kind: SourceKind) {
  const [state, setState] = useState<ScanState>({ at: 'opening' })
  const [attempt, setAttempt] = useState(0)
  const video = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    const over = new AbortController()
    setState({ at: 'opening' })
    void show(kind, video, over.signal, setState)
    return () => over.abort()
  }, [kind, attempt])

  return { state, video, again: () => setAttempt((count) => count + 1) }
}

async function show(
  kind: SourceKind,
  video: { current: HTMLVideoElement | null },
  over: AbortSignal,
  tell: (state: ScanState) => void,
): Promise<void> {
  const opened = await openSource(kind)
  if (!opened.ok) {
    if (!over.aborted) tell({ at: 'stopped', why: opened.refusal.kind })
    return
  }
  const stream = opened.value
  if (over.aborted) {
    closeSource(stream)
    return
  }
  over.addEventListener('abort', () => closeSource(stream))
  stream.getVideoTracks()[0]?.addEventListener('ended', () => {
    if (!over.aborted) tell({ at: 'stopped', why: 'ended' })
  })
  if (video.current) {
    video.current.srcObject = stream
    await video.current.play().catch(() => undefined)
  }
  if (stream.active) tell({ at: 'looking', stream })
}
