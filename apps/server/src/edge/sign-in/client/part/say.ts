/** Tells a change in words, in the line for it, which screen readers announce. */

const shownFor = 8_000
let timer: ReturnType<typeof setTimeout> | undefined

/** The words stand in the page, in its language, as `data-<key>` on the line. */
export function say(key: string): void {
  const line = document.querySelector<HTMLElement>('[data-announcer]')
  const words = line?.dataset[key]
  if (!line || words === undefined) return
  const text = document.createElement('p')
  text.className = 'toast'
  text.textContent = words
  line.replaceChildren(text)
  clearTimeout(timer)
  if (key === 'apart') return
  timer = setTimeout(() => {
    line.replaceChildren()
  }, shownFor)
}
