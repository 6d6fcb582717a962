/** What the inbox can do more with a script: copy a code, and show new messages as they come. */
/// <reference types="vite/client" />
import '@open-mitid/ui/all.css'
import '../inbox.css'

showCopyButtons()
document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target.closest('[data-copy]') : null
  if (target instanceof HTMLButtonElement) void copy(target)
})
if (document.querySelector('[data-live]')) listen()

function showCopyButtons() {
  for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) button.hidden = false
}

async function copy(button: HTMLButtonElement) {
  const code = document.getElementById(button.dataset['copy'] ?? '')
  if (!code) return
  try {
    await navigator.clipboard.writeText(code.textContent.trim())
    say(button.dataset['copied'])
  } catch {
    getSelection()?.selectAllChildren(code)
    say(button.dataset['notCopied'])
  }
}

const toastMilliseconds = 8_000
let leaving: number | undefined

/** Shown and announced politely; it leaves by itself unless it tells of what still lasts. */
function say(words: string | undefined, lasts = false) {
  const announcer = document.querySelector('.announcer')
  clearTimeout(leaving)
  announcer?.replaceChildren()
  if (!words || !announcer) return
  const toast = document.createElement('p')
  toast.className = 'toast'
  toast.textContent = words
  announcer.append(toast)
  if (!lasts) leaving = window.setTimeout(say, toastMilliseconds)
}

function listen() {
  const stream = new EventSource(`/events${location.search}`)
  let lost = false
  stream.addEventListener('open', () => {
    if (lost) say('')
    lost = false
    void refresh()
  })
  stream.addEventListener('error', () => {
    if (!lost) say(document.querySelector<HTMLElement>('[data-lost]')?.dataset['lost'], true)
    lost = true
  })
  for (const event of ['arrived', 'emptied']) {
    stream.addEventListener(event, () => {
      void refresh()
    })
  }
}

let refreshing: Promise<void> = Promise.resolve()

/** One after the other, so that an older page never replaces a newer one. */
function refresh(): Promise<void> {
  refreshing = refreshing.then(readAgain).catch(() => undefined)
  return refreshing
}

async function readAgain() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const before = idsIn(document)
  const after = idsIn(page)
  if (before.join() === after.join()) return
  for (const fresh of page.querySelectorAll<HTMLElement>('[data-live]')) replace(fresh)
  for (const message of document.querySelectorAll<HTMLElement>('[data-id]')) {
    message.toggleAttribute('data-fresh', !before.includes(message.dataset['id'] ?? ''))
  }
  showCopyButtons()
  if (after[0] !== undefined && after[0] !== before[0]) {
    say(document.querySelector<HTMLElement>('[data-id]')?.dataset['said'])
  }
}

const idsIn = (page: Document) =>
  [...page.querySelectorAll<HTMLElement>('[data-id]')].map((message) => message.dataset['id'] ?? '')

/** Focus stays where it was; a filter that somebody has open is theirs to change. */
function replace(fresh: HTMLElement) {
  const here = document.querySelector(`[data-live="${fresh.dataset['live'] ?? ''}"]`)
  if (!here || here.closest('details[open]')) return
  const focus = here.contains(document.activeElement) ? keyOf(document.activeElement) : undefined
  here.replaceChildren(...fresh.childNodes)
  if (focus === undefined) return
  const same = [...here.querySelectorAll<HTMLElement>('a, button')]
  same.find((element) => keyOf(element) === focus)?.focus({ preventScroll: true })
}

function keyOf(element: Element | null): string {
  return `${element?.getAttribute('href') ?? ''} ${element?.getAttribute('data-copy') ?? ''}`
}
