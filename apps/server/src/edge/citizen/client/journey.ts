/**
 * What the journey's pages would miss without a script: the user ID judged while it is typed, the
 * approval in the code app noticed, and the app that becomes active. Everything works without it.
 */
import { checkWhileTyping } from '../../check-user-id.ts'
import { watchActivation } from './part/watch-activation.ts'
import { watchProof } from './part/watch-proof.ts'

const parts: readonly (readonly [selector: string, start: (element: HTMLElement) => void])[] = [
  ['[data-check]', checkWhileTyping],
  ['[data-prove]', watchProof],
  ['[data-activation]', watchActivation],
]

for (const [selector, start] of parts)
  for (const element of document.querySelectorAll<HTMLElement>(selector)) start(element)

const wrong = document.querySelector<HTMLElement>('.error-summary')
if (wrong) {
  wrong.focus()
  // The answer to a form takes the address of its page: back and reload then send nothing again.
  const page = document.querySelector<HTMLAnchorElement>('.language-switch [aria-current]')
  if (page) history.replaceState(null, '', page.href)
}

// A page that the browser kept aside shows a state long gone.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
