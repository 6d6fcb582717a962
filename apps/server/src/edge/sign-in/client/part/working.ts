/** A form whose work is done in this page, and takes a moment. */
import { say } from './say.ts'
import { asked } from './step.ts'

/** While the work is under way its words stand on the button, and nothing is sent twice. */
export function working(
  form: HTMLFormElement,
  button: HTMLButtonElement,
  work: () => Promise<boolean>,
): void {
  const words = button.textContent
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (form.dataset['busy'] !== undefined) return
    form.dataset['busy'] = ''
    button.setAttribute('aria-disabled', 'true')
    button.textContent = button.dataset['working'] ?? words
    void drawn()
      .then(work)
      .catch(() => {
        say('apart')
        return false
      })
      .then((came) => {
        if (came) return
        delete form.dataset['busy']
        button.removeAttribute('aria-disabled')
        button.textContent = words
      })
  })
}

/** Stretching the password holds the page up: the words that say so are to be seen first. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0))
  })
}

export function post(url: string, content: object): Promise<Response> {
  const headers = { ...asked, 'content-type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(content) })
}
