/** Sends the forms of a step without leaving the page, and shows the step that comes back. */
import { say } from './say.ts'

/** Starts the step on the screen; given a box, puts it in the place of the one there first. */
export type Arrive = (box?: Element, title?: string) => void

/** Marks a request of this script: the answer is the next page itself or a JSON `location`. */
export const asked = { 'mitid-script': '1' }

export function sendForms(arrive: Arrive): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset['send'] === undefined) return
    event.preventDefault()
    if (form.dataset['busy'] !== undefined) return
    form.dataset['busy'] = ''
    event.submitter?.setAttribute('aria-disabled', 'true')
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form, event.submitter))
      if (typeof value === 'string') fields.append(name, value)
    void send(form.action, fields, arrive).then((came) => {
      if (came) return
      delete form.dataset['busy']
      event.submitter?.removeAttribute('aria-disabled')
    })
  })
}

/** Posts and shows what comes back; false where nothing came, which is said, to be tried again. */
export function send(url: string, fields: URLSearchParams, arrive: Arrive): Promise<boolean> {
  return ask(url, { method: 'POST', body: fields }, arrive)
}

/** Shows this page as the server sees it now. */
export function reread(arrive: Arrive): Promise<boolean> {
  return ask(location.pathname + location.search, {}, arrive)
}

/** Shows an address of this sign-in without leaving the page. */
export function show(url: string, arrive: Arrive): Promise<boolean> {
  return ask(url, {}, arrive)
}

async function ask(url: string, request: RequestInit, arrive: Arrive): Promise<boolean> {
  try {
    return await take(await fetch(url, { ...request, headers: asked, cache: 'no-store' }), arrive)
  } catch {
    say('apart')
    return false
  }
}

/** Shows the step that an answer holds, or goes where it says. */
export async function take(answer: Response, arrive: Arrive): Promise<boolean> {
  if (answer.headers.get('content-type')?.startsWith('application/json')) {
    const { location: goal } = (await answer.json()) as { location?: string }
    if (goal) location.replace(goal)
    return goal !== undefined
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const box = page.querySelector('.box-page')
  if (!box) {
    say(answer.status === 429 ? 'many' : 'apart')
    return false
  }
  const way = box.querySelector<HTMLElement>('[data-way]')?.dataset['way']
  if (way) history.replaceState(null, '', `${location.pathname}?way=${way}`)
  arrive(document.adoptNode(box), page.title)
  return true
}
