/** One whole sign-in by password and code over plain HTTP, from pushed request to tokens. */
import { base64url } from '@open-mitid/kernel'
import { codeProof, Digest, OfferId } from '@open-mitid/protocol'
import { expectStatus } from './call.ts'
import { beginProof } from './password.ts'
import { goOnward, openPasswordStep, type Visitor } from './sign-in.ts'

/** A person with a password and a code device. */
export type DeviceHolder = Visitor & {
  /** What the device shows at the next press. */
  readonly press: () => string
}

export async function signInByCode(holder: DeviceHolder): Promise<void> {
  await proveAndEnter(holder, await openPasswordStep(holder))
}

/** From the page that asks for the password to the tokens. */
export async function proveAndEnter(
  holder: DeviceHolder,
  { pushed, page }: Awaited<ReturnType<typeof openPasswordStep>>,
): Promise<void> {
  const { browser } = holder
  const proof = await beginProof()
  const begun = await browser.ask(`${page}/password`, { ke1: proof.ke1 })
  const { ke2 } = JSON.parse(expectStatus(begun, 200, 'the password').body) as { ke2: string }
  const finished = proof.finish(ke2)
  const proved = await browser.ask(`${page}/password/proof`, { ke3: finished.ke3 })
  const { device, offer_sha256 } = offerIn(expectStatus(proved, 200, 'the proof').body)
  const told = await browser.listen(`${page}/events`) // each step of the box listens anew
  const offer_id = OfferId.parse(page.split('/').at(-1))
  if (!offer_id) throw new Error('the page names no sign-in')
  const code = codeProof(finished.sessionKey, { offer_id, offer_sha256 }, holder.press())
  const given = { device, proof: base64url(code), remember: false }
  const approved = await browser.ask(`${page}/device-code`, given)
  await goOnward(holder, { page, pushed, told }, expectStatus(approved, 200, 'the code'))
}

function offerIn(html: string) {
  const [, digest, device = ''] = /data-offer="([^"]*)" data-device="([^"]*)"/u.exec(html) ?? []
  const offer_sha256 = Digest.parse(digest)
  if (!offer_sha256) throw new Error('the page offers no device')
  return { device, offer_sha256 }
}
