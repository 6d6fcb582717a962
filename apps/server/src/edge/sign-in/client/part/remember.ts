/**
 * What this browser remembers, and the user ID only if the person wishes: the user ID, and the way
 * chosen last. It stays in the browser; the server hears it only with the form.
 */
import { reread, type Arrive } from './step.ts'
import { keep, readKept } from './storage.ts'

type Memory = { userId?: string | undefined; way?: string | undefined }

const kept = 'mitid.box'

/** Fills in the user ID that was remembered, and keeps or forgets it when the form is sent. */
export function rememberUserId(form: HTMLElement): undefined {
  const input = form.querySelector<HTMLInputElement>('input[name=user_id]')
  const remember = form.querySelector<HTMLInputElement>('input[name=remember]')
  if (!input || !remember) return
  addWay(form)
  const { userId } = recall()
  // Who comes back to correct a user ID is asked again, not offered the same one.
  const correcting = new URLSearchParams(location.search).get('step') === 'user-id'
  // What the service supposes comes before what was remembered, which may be another person's.
  if (userId && ['', userId].includes(input.defaultValue)) {
    input.value = userId
    remember.checked = true
    if (!correcting && !input.hasAttribute('aria-invalid')) offer(form, input, remember, userId)
  }
  form.addEventListener('submit', () => {
    const typed = input.value.trim()
    keepMemory({ ...recall(), userId: remember.checked && typed ? typed : undefined })
    keep('sessionStorage', typedKey(), typed)
  })
}

/** One click goes on with the remembered user ID; "not me" forgets it and asks. */
function offer(
  form: HTMLElement,
  input: HTMLInputElement,
  remember: HTMLInputElement,
  userId: string,
): void {
  const known = form.querySelector<HTMLElement>('[data-known]')
  const ask = form.querySelector<HTMLElement>('[data-ask]')
  const title = form.querySelector<HTMLElement>('[data-title]')
  const name = form.querySelector<HTMLElement>('[data-known-name]')
  if (!known || !ask || !title || !name) return
  const asks = title.textContent
  const show = (offered: boolean) => {
    known.hidden = !offered
    ask.hidden = offered
    title.textContent = (offered ? title.dataset['title'] : undefined) ?? asks
  }
  name.textContent = userId
  show(true)
  known.querySelector('button')?.addEventListener('click', () => {
    keepMemory({ ...recall(), userId: undefined })
    input.value = ''
    remember.checked = false
    show(false)
    input.focus()
  })
}

/** Tells the server the way to begin with: the last one here, else what suits the device. */
function addWay(form: HTMLElement): void {
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'way'
  field.value = recall().way ?? deviceWay()
  form.append(field)
}

/** Keeps a way that the person chose; a page that opens without a choice takes the kept one. */
export function chooseWay(step: HTMLElement, arrive: Arrive): undefined {
  const way = step.dataset['way']
  const chosen = new URLSearchParams(location.search).get('way')
  if (chosen !== null) {
    keepMemory({ ...recall(), way })
    return
  }
  const wanted = recall().way ?? deviceWay()
  history.replaceState(null, '', `${location.pathname}?way=${wanted}`)
  if (wanted !== way) void reread(arrive)
}

/** Shows the user ID that was typed in this tab, so that a slip is seen. */
export function tellUserId(place: HTMLElement): undefined {
  const typed = readKept('sessionStorage', typedKey())
  const name = place.querySelector('[data-who-name]')
  if (!typed || !name) return
  name.textContent = typed
  place.hidden = false
}

function deviceWay(): string {
  return matchMedia('(hover: none) and (pointer: coarse)').matches ? 'same' : 'qr'
}

function typedKey(): string {
  return `mitid.typed${location.pathname}`
}

function recall(): Memory {
  try {
    const memory: unknown = JSON.parse(readKept('localStorage', kept) ?? '{}')
    return typeof memory === 'object' && memory !== null ? memory : {}
  } catch {
    return {}
  }
}

function keepMemory(memory: Memory): void {
  keep('localStorage', kept, JSON.stringify(memory))
}
