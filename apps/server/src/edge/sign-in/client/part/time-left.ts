/** The quiet line of the time left: it changes by the minute, and warns once before the end. */
import { timeWords } from '../../time-words.ts'
import { say } from './say.ts'
import { reread, type Arrive } from './step.ts'

const warnAt = 60

export function followTime(place: HTMLElement, arrive: Arrive): () => void {
  stampEnds()
  const end = Number(place.dataset['end'])
  const words = JSON.parse(place.dataset['words'] ?? '[]') as string[]
  const line = place.querySelector('.time-left') ?? place
  let warned = end - Date.now() < warnAt * 1000
  const follow = () => {
    const left = (end - Date.now()) / 1000
    const text = timeWords(words, left)
    if (line.textContent !== text) line.textContent = text
    if (left < warnAt && !warned) {
      warned = true
      say('soon')
    }
    if (left > -1) return
    clearInterval(timer)
    void reread(arrive)
  }
  const timer = setInterval(follow, 1000)
  follow()
  return () => {
    clearInterval(timer)
  }
}

/** The step that takes over from a ready one has its own time. */
export function takeTimeOf(ready: HTMLTemplateElement): void {
  const place = document.querySelector<HTMLElement>('div[data-time-left]')
  if (place && ready.dataset['end'] !== undefined) place.dataset['end'] = ready.dataset['end']
}

/** The page says how many seconds are left; from here on the time of the end counts. */
function stampEnds(): void {
  for (const timed of document.querySelectorAll<HTMLElement>('[data-time-left]'))
    timed.dataset['end'] ??= String(Date.now() + Number(timed.dataset['timeLeft']) * 1000)
}
