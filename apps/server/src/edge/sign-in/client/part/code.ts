/** The typed code: copied by a button, and told when it is about to end. */
import { say } from './say.ts'

const warnAt = 30

export function showCode(place: HTMLElement): () => void {
  const end = Date.now() + Number(place.dataset['left']) * 1000
  const life = place.querySelector<HTMLElement>('[data-life]')
  const copy = place.querySelector<HTMLButtonElement>('[data-copy]')
  copy?.addEventListener('click', () => {
    void copyText(place.dataset['code'] ?? '').then((copied) => {
      say(copied ? 'copied' : 'uncopied')
      const words = copy.dataset['copied']
      if (copied && words) copy.textContent = words
    })
  })
  const tell = (key: 'ending' | 'ended') => {
    const words = life?.dataset[key]
    if (!life || !words || life.textContent === words) return
    life.textContent = words
    say(key)
  }
  const timer = setInterval(() => {
    const left = (end - Date.now()) / 1000
    if (left <= warnAt) tell(left > 0 ? 'ending' : 'ended')
    if (left <= 0) clearInterval(timer)
  }, 1000)
  return () => {
    clearInterval(timer)
  }
}

/** A browser may keep pages from its clipboard, or have none for a page that came without TLS. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
