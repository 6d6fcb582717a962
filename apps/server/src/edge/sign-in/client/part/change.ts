/**
 * A new password or user ID, after the person has approved it: the password stays here, and what is
 * sent shows nothing of it.
 */
import { Password } from '@open-mitid/protocol'
import { checkWhileTyping } from '../../../check-user-id.ts'
import { rateWhileTyping, showWhileTyping, type RatingWords } from '../../../choose-password.ts'
import { beginRegistration, loadOpaque } from '../../../password-proof.ts'
import { tellWrong, type Wrong } from '../../../tell-wrong.ts'
import { take, type Arrive } from './step.ts'
import { post, working } from './working.ts'

type Words = RatingWords & { readonly busy: string }
/** Undefined where there is no such field on the page. */
type Fields = {
  readonly userId: HTMLInputElement | null
  readonly password: HTMLInputElement | null
}

export function changeOwn(form: HTMLElement, arrive: Arrive): undefined {
  const path = form.dataset['change']
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!(form instanceof HTMLFormElement) || path === undefined || !button) return
  const words = JSON.parse(form.dataset['words'] ?? '{}') as Words
  const fields: Fields = {
    userId: form.querySelector('#user_id'),
    password: form.querySelector('#new-password'),
  }
  const { userId, password } = fields
  const current = () => userId?.value ?? form.dataset['userId'] ?? ''
  if (password) void loadOpaque().catch(() => undefined)
  if (userId) takeSuggestions(form, userId)
  showWhileTyping(form.querySelector('#show-password'), password)
  rateWhileTyping(form.querySelector('[data-strength]'), password, current, words)
  working(form, button, async () => {
    say(undefined)
    const registered: Registered = password ? await register(path, fields, current(), words) : {}
    if ('wrong' in registered) return say(registered.wrong)
    const answer = await post(`${path}/change`, { ...registered, ...named(userId) })
    if (answer.ok) return take(answer, arrive)
    return say(await wrongOf(answer, words, userId ?? password))
  })
}

type Registered = { readonly record?: string } | { readonly wrong: Wrong }

async function register(
  path: string,
  { userId, password }: Fields,
  current: string,
  words: Words,
): Promise<Registered> {
  const chosen = Password.parse(password?.value ?? '', current)
  if (!chosen.ok) return { wrong: { text: words.refused[chosen.refusal.kind], field: password } }
  const registration = await beginRegistration(chosen.value)
  const { request } = registration
  const answer = await post(`${path}/change/register`, { request, ...named(userId) })
  if (!answer.ok) return { wrong: await wrongOf(answer, words, userId ?? password) }
  const { response } = (await answer.json()) as { response: string }
  return { record: registration.finish(response) }
}

function named(field: HTMLInputElement | null) {
  return field ? { user_id: field.value } : {}
}

async function wrongOf(
  answer: Response,
  words: Words,
  field: HTMLInputElement | null,
): Promise<Wrong> {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true
  const told = isJson ? ((await answer.json()) as { say?: string }) : {}
  return told.say === undefined ? { text: words.busy } : { text: told.say, field }
}

/** Answers false: the form is as it was, and may be sent again. */
function say(wrong: Wrong | undefined): false {
  tellWrong(document.querySelector<HTMLElement>('[data-wrong]'), wrong)
  return false
}

function takeSuggestions(form: HTMLElement, field: HTMLInputElement): void {
  checkWhileTyping(field)
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-suggested]'))
    button.addEventListener('click', () => {
      field.value = button.textContent
      field.dispatchEvent(new Event('input'))
      field.focus()
    })
}
