/**
 * Waits for the app: told by an event stream, and read again every few seconds, so that a lost
 * message costs seconds. The page that says "active" is the server's own.
 */
const pauseMs = 8_000

export function watchActivation(element: HTMLElement): void {
  const at = element.dataset['activation'] ?? ''
  const before = element.dataset['active']
  const react = (active: string) => {
    if (active !== before) location.reload()
  }
  const stream = new EventSource(`${at}/events`)
  stream.addEventListener('state', (event) => {
    react(String(event.data))
  })
  const read = async () => {
    const answer = await fetch(`${at}/state`, { cache: 'no-store' })
    if (answer.ok) react(((await answer.json()) as { state: string }).state)
  }
  setInterval(() => void read().catch(() => undefined), pauseMs)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void read().catch(() => undefined)
  })
}
