/** The code app looks by itself whether there is something to approve. */
import './nemid.css'

const everyMilliseconds = 2_000

if (document.querySelector('[data-live]')) look()

function look() {
  setTimeout(() => {
    fresh()
      .catch(() => undefined) // the next look may find NemID again
      .finally(look)
  }, everyMilliseconds)
}

/** What somebody decides on stays under their finger: only another prompt replaces it. */
async function fresh() {
  const here = document.querySelector<HTMLElement>('[data-live]')
  if (!here || document.hidden) return
  const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const there = page.querySelector<HTMLElement>('[data-live]')
  if (!there || promptIn(there) === promptIn(here)) return
  here.replaceChildren(...there.childNodes)
  const status = document.querySelector<HTMLElement>('[data-arrived]')
  if (status) status.textContent = promptIn(here) === '' ? '' : (status.dataset['arrived'] ?? '')
}

function promptIn(live: HTMLElement): string {
  return live.querySelector<HTMLInputElement>('input[name=prompt]')?.value ?? ''
}
