/**
 * Password and code, proved from this page: neither is ever sent. What OPAQUE agrees on stays in
 * this script's memory, so a page that is loaded anew asks for the password again.
 */
import { base64url, type Bytes } from '@open-mitid/kernel'
import { codeProof, Digest, OfferId } from '@open-mitid/protocol'
import { beginProof, loadOpaque } from '../../../password-proof.ts'
import { show, take, type Arrive } from './step.ts'
import { post, working } from './working.ts'

type Session = { readonly path: string; readonly key: Bytes }

/** Of the sign-in on this page. */
let session: Session | undefined

/** The library comes after the first paint, and is there when the password has been typed. */
export function askPassword(form: HTMLElement, arrive: Arrive): undefined {
  const path = form.dataset['password']
  const field = form.querySelector<HTMLInputElement>('#password')
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!(form instanceof HTMLFormElement) || path === undefined || !field || !button) return
  session = undefined
  void loadOpaque().catch(() => undefined)
  const shown = form.querySelector<HTMLInputElement>('#show-password')
  shown?.addEventListener('change', () => {
    field.type = shown.checked ? 'text' : 'password'
  })
  const userId = form.querySelector<HTMLInputElement>('[data-user-id]')
  const named = document.querySelector('[data-who-name]')?.textContent
  if (userId && named) userId.value = named
  working(form, button, async () => {
    const failures = Number(form.dataset['failures'])
    if (field.value === '') return show(addressOf(path, { fault: 'empty' }), arrive)
    return prove(path, field.value, failures, arrive)
  })
}

async function prove(
  path: string,
  password: string,
  failures: number,
  arrive: Arrive,
): Promise<boolean> {
  const again = (fault: Readonly<Record<string, string>>) =>
    show(addressOf(path, { ...fault, times: String(failures + 1) }), arrive)
  const proof = await beginProof(password)
  const begun = await post(`${path}/password`, { ke1: proof.ke1 })
  const answer = (await begun.json()) as { ke2?: string; kind?: string; seconds?: number }
  if (answer.kind === 'wait') return again({ fault: 'wait', seconds: String(answer.seconds) })
  if (answer.kind === 'password-not-now') return show(addressOf(path, {}), arrive)
  if (answer.ke2 === undefined) return again({ fault: 'busy' })
  const finished = proof.finish(answer.ke2)
  if (!finished) return again({ fault: 'wrong' })
  session = { path, key: finished.sessionKey }
  return take(await post(`${path}/password/proof`, { ke3: finished.ke3 }), arrive)
}

/** A code is good for the one device, sign-in and text that stand in the form. */
export function askCode(form: HTMLElement, arrive: Arrive): undefined {
  const path = form.dataset['deviceCode']
  const field = form.querySelector<HTMLInputElement>('#device-code')
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (!(form instanceof HTMLFormElement) || path === undefined || !field || !button) return
  const proved = session?.path === path ? session : undefined
  if (!proved) {
    void show(addressOf(path, { password: 'again' }), arrive)
    return
  }
  stayHere(path, arrive)
  working(form, button, async () => {
    const code = field.value.replace(/[\s-]/gu, '')
    if (!/^\d{6,8}$/u.test(code)) return show(addressOf(path, { fault: 'code-empty' }), arrive)
    const offer = offerOf(form)
    const offer_id = OfferId.parse(path.split('/').at(-1))
    const offer_sha256 = Digest.parse(offer?.dataset['offer'])
    if (!offer || !offer_id || !offer_sha256) return false
    const proof = base64url(codeProof(proved.key, { offer_id, offer_sha256 }, code))
    const remember = form.querySelector<HTMLInputElement>('#remember')?.checked === true
    const { device } = offer.dataset
    return take(await post(`${path}/device-code`, { device, proof, remember }), arrive)
  })
}

function offerOf(form: HTMLFormElement): HTMLElement | undefined {
  const offers = [...form.querySelectorAll<HTMLElement>('[data-offer]')]
  const chosen = form.querySelector<HTMLInputElement>('input[name=device]:checked')?.value
  return offers.find(({ dataset }) => dataset['device'] === chosen) ?? offers[0]
}

/** Another language, or help: shown here, so that the password need not be typed again. */
function stayHere(path: string, arrive: Arrive): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.box-page a')) {
    const { origin, pathname } = new URL(link.href)
    if (origin !== location.origin || !pathname.startsWith(path)) continue
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      void show(link.href, arrive)
    })
  }
}

function addressOf(path: string, query: Readonly<Record<string, string>>): string {
  return `${path}?${String(new URLSearchParams({ way: 'device', ...query }))}`
}
