/** Opens the app on this device: asks for a start link when the button is pressed, then goes there. */
import { say } from './say.ts'
import { asked, reread, type Arrive } from './step.ts'

export function openApp(form: HTMLElement, arrive: Arrive): undefined {
  if (!(form instanceof HTMLFormElement)) return
  let asking = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    void start(form.action).then((link) => {
      asking = false
      if (link === 'apart' || link === 'many') say(link)
      else if (link === undefined) void reread(arrive)
      else location.assign(link)
    })
  })
}

/** The link, undefined where the sign-in no longer takes one, or what keeps it from coming. */
async function start(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { method: 'POST', headers: asked })
    if (answer.status === 429) return 'many'
    if (!answer.ok) return undefined
    return ((await answer.json()) as { link: string }).link
  } catch {
    return 'apart'
  }
}
