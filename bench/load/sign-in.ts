/** One whole sign-in over plain HTTP: service, browser and phone, from pushed request to tokens. */
import { fromBase64url } from '@open-mitid/kernel'
import { frameAt, parseAppLink, Qid, qrFrame, readQrFrame } from '@open-mitid/protocol'
import type { ClaimSecret } from '@open-mitid/protocol'
import { locationOf, type Browser, type Told } from './browser.ts'
import { expectStatus, type Answer } from './call.ts'
import type { BenchPhone } from './phone.ts'
import type { Pushed, Service } from './service.ts'

/** Somebody at a computer, and the service they sign in to. */
export type Visitor = {
  readonly userId: string
  readonly browser: Browser
  readonly service: Service
}

/** A person with their phone. */
export type Citizen = Visitor & { readonly app: string; readonly phone: BenchPhone }

/** A sign-in whose page waits for the app. */
export type Waiting = {
  /** `https://…/sign-in/sgn_…` */
  readonly page: string
  readonly pushed: Pushed
  readonly told: Told
  readonly secret: ClaimSecret
}

/** By QR code: the way between a computer and a phone. */
export async function signIn(citizen: Citizen): Promise<void> {
  const waiting = await openPage(citizen)
  const asked = await citizen.phone.claim(waiting.secret)
  await waiting.told.state('claimed')
  await citizen.phone.approve(asked)
  await waiting.told.state('approved')
  await finish(citizen, waiting)
}

/** From the service to the page that shows a QR code and listens. */
export async function openPage(citizen: Visitor): Promise<Waiting> {
  const { browser, userId } = citizen
  const { pushed, page } = await openBox(citizen)
  const fields = { user_id: userId, way: 'qr' }
  const step = expectStatus(await browser.send(`${page}/user-id`, fields), 200, 'the user ID')
  const told = await browser.listen(`${page}/events`)
  return { page, pushed, told, secret: secretShown(step.body) }
}

/** From the page that was told of the approval to the service's tokens. */
export async function finish(citizen: Citizen, waiting: Waiting): Promise<void> {
  const { browser } = citizen
  const finished = await browser.send(`${waiting.page}/finish`)
  await goOnward(citizen, waiting, expectStatus(finished, 200, 'the finish'))
}

/** By the way that the box was given to the service's tokens. */
export async function goOnward(
  { browser, service }: Visitor,
  { page, pushed, told }: Pick<Waiting, 'page' | 'pushed' | 'told'>,
  answer: Answer,
): Promise<void> {
  told.close()
  const { location } = JSON.parse(answer.body) as { location: string }
  const resumed = new URL(location, page).href
  const redirect = locationOf(await browser.visit(resumed), resumed)
  await service.redeem(redirect, pushed)
}

/**
 * On one device: the app gives the tab back with a token. Afterwards the browser is known to the
 * person, so that no notice of a new browser follows each sign-in by QR code.
 */
export async function signInOnOneDevice(citizen: Citizen): Promise<void> {
  const { browser, phone, userId, app } = citizen
  const { pushed, page } = await openBox(citizen)
  const fields = { user_id: userId, way: 'same' }
  expectStatus(await browser.send(`${page}/user-id`, fields), 200, 'the user ID')
  const told = await browser.listen(`${page}/events`)
  const started = expectStatus(await browser.send(`${page}/start`), 200, 'the start link')
  const { link } = JSON.parse(started.body) as { link: string }
  const read = parseAppLink(link, app)
  if (!read.ok || read.value.kind !== 'start') throw new Error('the start link is not one')
  const token = await phone.approve(await phone.claim(read.value))
  if (token === undefined) throw new Error('the app was given no way back')
  await browser.send(`${new URL(page).origin}/return`, { token })
  await finish(citizen, { page, pushed, told, secret: read.value })
}

/** From the service to the page that asks for the password. */
export async function openPasswordStep(visitor: Visitor) {
  const box = await openBox(visitor)
  const fields = { user_id: visitor.userId, way: 'device' }
  const step = await visitor.browser.send(`${box.page}/user-id`, fields)
  expectStatus(step, 200, 'the user ID')
  return box
}

export async function openBox({ browser, service }: Visitor) {
  const pushed = await service.push()
  const page = locationOf(await browser.visit(pushed.authorization), pushed.authorization)
  expectStatus(await browser.visit(page), 200, 'the box')
  return { pushed, page }
}

/** What the camera would see: the frame that the page's script draws now. */
function secretShown(html: string): ClaimSecret {
  const shown = (name: string) => new RegExp(` data-${name}="([^"]*)"`, 'u').exec(html)?.[1] ?? ''
  const qid = Qid.parse(shown('qid'))
  const secret = fromBase64url(shown('secret'))
  if (!qid || !secret) throw new Error('the page shows no QR code')
  const frame = readQrFrame(qrFrame(secret, qid, frameAt(0, Number(shown('age')))))
  if (!frame) throw new Error('the frame cannot be read')
  return { kind: 'qr', ...frame }
}
