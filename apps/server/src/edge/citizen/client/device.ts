/** The script of a device's activation: the password stays here, and what is sent shows nothing of it. */
import { Password } from '@open-mitid/protocol'
import { rateWhileTyping, showWhileTyping, type RatingWords } from '../../choose-password.ts'
import { tellWrong, type Wrong } from '../../tell-wrong.ts'
import { beginProof, beginRegistration, loadOpaque } from '../../password-proof.ts'

type Words = RatingWords & { readonly busy: string }
type Answer = Partial<Record<'say' | 'ke2' | 'response' | 'done', string>>

const place = document.querySelector<HTMLElement>('[data-activate]')
if (place) start(place)

function start(activation: HTMLElement): void {
  const path = activation.dataset['activate'] ?? ''
  const userId = activation.dataset['userId'] ?? ''
  const words = JSON.parse(activation.dataset['words'] ?? '{}') as Words
  let record: string | undefined
  void loadOpaque().catch(() => undefined)
  const password = activation.querySelector<HTMLInputElement>('#password')
  const code = activation.querySelector<HTMLInputElement>('#first-code')
  showWhileTyping(activation.querySelector('#show-password'), password)
  const line = activation.querySelector<HTMLElement>('[data-strength]')
  rateWhileTyping(line, password, () => userId, words)

  form({ activation, words, name: 'choose', field: password }, async () => {
    const chosen = Password.parse(password?.value ?? '', userId)
    if (!chosen.ok) return words.refused[chosen.refusal.kind]
    const registration = await beginRegistration(chosen.value)
    const answer = await post(`${path}/register`, { request: registration.request })
    if (answer.response === undefined) return answer.say ?? words.busy
    record = registration.finish(answer.response)
    go(activation)
    return undefined
  })
  form({ activation, words, name: 'known', field: password }, async (element) => {
    const proof = await beginProof(password?.value ?? '')
    const begun = await post(`${path}/begin`, { ke1: proof.ke1 })
    if (begun.ke2 === undefined) return begun.say ?? words.busy
    const finished = proof.finish(begun.ke2)
    if (!finished) return element.dataset['wrong'] ?? words.busy
    const proved = await post(`${path}/prove`, { ke3: finished.ke3 })
    if (proved.say === undefined) go(activation)
    return proved.say
  })
  form({ activation, words, name: 'code', field: code }, async () => {
    const digits = (code?.value ?? '').replace(/[\s-]/gu, '')
    const content = { code: digits, ...(record === undefined ? {} : { record }) }
    const answer = await post(`${path}/finish`, content)
    if (answer.done === undefined) return answer.say ?? words.busy
    location.replace(answer.done)
    return undefined
  })
}

/** The password is good: the first code is asked for. */
function go(activation: HTMLElement): void {
  for (const section of activation.querySelectorAll<HTMLElement>('[data-step]'))
    section.hidden = section.dataset['step'] !== 'code'
  const heading = activation.querySelector<HTMLElement>('[data-step=code] h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

type Form = {
  readonly activation: HTMLElement
  readonly words: Words
  readonly name: string
  /** Whose answer is wrong, unless nobody was reached. */
  readonly field: HTMLInputElement | null
}

/** `work` answers what is wrong, in words, or nothing. */
function form(
  { activation, words, name, field }: Form,
  work: (element: HTMLFormElement) => Promise<string | undefined>,
): void {
  const element = activation.querySelector<HTMLFormElement>(`form[data-form=${name}]`)
  const button = element?.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!element || !button) return
  const label = button.textContent
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    if (button.getAttribute('aria-disabled') === 'true') return
    button.setAttribute('aria-disabled', 'true')
    button.textContent = button.dataset['working'] ?? label
    say(undefined)
    void drawn()
      .then(() => work(element))
      .catch(() => words.busy)
      .then((wrong) => {
        button.removeAttribute('aria-disabled')
        button.textContent = label
        if (wrong === undefined) say(undefined)
        else say({ text: wrong, field: wrong === words.busy ? undefined : field })
      })
  })
}

function say(wrong: Wrong | undefined): void {
  tellWrong(document.querySelector<HTMLElement>('[data-errors]'), wrong)
}

/** Stretching the password holds the page up: the words that say so are to be seen first. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 0))
  })
}

async function post(url: string, content: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(content) })
  return answer.headers.get('content-type')?.startsWith('application/json') === true
    ? ((await answer.json()) as Answer)
    : {}
}
