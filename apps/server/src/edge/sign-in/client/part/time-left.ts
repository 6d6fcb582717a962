/** The quiet line of the time left: it changes by the minute, and warns once before the end. */
import { timeWords } from '../../time-words.ts'
import { say } from './say.ts'
import { reread, type Arrive } from './step.ts'

const warnAt = 60

export function followTime(place: HTMLElement, arrive: Arrive): () => void {
  const end = Date.now() + Number(place.dataset['timeLeft']) * 1000
  const words = JSON.parse(place.dataset['words'] ?? '[]') as string[]
  const line = place.querySelector('.time-left') ?? place
  let warned = end - Date.now() < warnAt * 1000
  const timer = setInterval(() => {
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
  }, 1000)
  return () => {
    clearInterval(timer)
  }
}
