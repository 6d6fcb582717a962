/** Lets the service worker keep the app for offline use, and hears of a new version. */
import type { WorkerMessage } from '../worker-message.ts'

const told: Readonly<Record<WorkerMessage, (updated: () => void) => void>> = {
  'new-version': (updated) => updated(),
}

export function keepOffline(updated: () => void): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
    told[data](updated)
  })
  void navigator.serviceWorker.register('/service-worker.js').catch((error: unknown) => {
    console.warn('The app cannot be kept for offline use.', error)
  })
}
