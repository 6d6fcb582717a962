/**
 * Invariant 9 of protocols §7 at its full size, over HTTP: strangers from ever new networks try
 * passwords for one user ID, each really counted and answered, and its owner signs in afterwards.
 */
import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { client as opaque, ready } from '@serenity-kit/opaque'
import pg from 'pg'
import type { PhoneNumber } from '@open-mitid/identity/person'
import { openInstallation, type Installation } from './installation/installation.ts'
import { inbox, origins } from './installation/places.ts'
import { openBrowser, type Browser } from './load/browser.ts'
import { expectStatus } from './load/call.ts'
import { proveAndEnter, signInByCode, type DeviceHolder } from './load/code-sign-in.ts'
import { deviceHolders } from './load/device-holders.ts'
import { beginProof } from './load/password.ts'
import { workAtOnce } from './load/rounds.ts'
import { openService } from './load/service.ts'
import { openPasswordStep } from './load/sign-in.ts'
import type { Findings } from './measure/report.ts'
import { median, quantile } from './measure/statistics.ts'

const tries = Number(process.env['HOSTILE_TRIES'] ?? 100_000)
/** They meet at the one counter of the user ID: who loses five times is told to try again. */
const strangersAtOnce = 2
/** A sign-in is open for three minutes. */
const triesInOne = 2_000
const reach = '+4520900900' as PhoneNumber

export async function measureHostileTries(): Promise<Findings> {
  await ready
  const installation = await openInstallation({ people: 1, server: 'edges' })
  try {
    const [owner] = await deviceHolders(installation, 1, reach)
    if (!owner) throw new Error('nobody has a device')
    const before = await timeOf(() => signInByCode(owner))
    const outcomes = { answered: 0, busy: 0 }
    const from = performance.now()
    const strangers = Array.from({ length: strangersAtOnce }, () =>
      openStranger(installation, owner),
    )
    // Who is told to try again was not answered, and comes on top.
    const over = () => outcomes.answered >= tries
    const { times } = await workAtOnce(strangers, over, async (guess) => {
      outcomes[await guess()] += 1
      sayHowFar(outcomes.answered)
    })
    const seconds = (performance.now() - from) / 1000
    const counted = await countedAgainst(installation)
    if (counted < outcomes.answered) throw new Error(`only ${String(counted)} tries were counted`)
    if (await isRightOf(installation, owner)) throw new Error('a stranger has real answers left')
    const known = await timeOf(() => signInByCode(owner))
    await installation.startWorker({})
    const linked = await timeOf(() => signInByLink(installation, owner))
    return {
      figures: [
        { name: 'tries answered', value: outcomes.answered, unit: '' },
        { name: '  told to try again', value: outcomes.busy, unit: '' },
        { name: '  counted in the database', value: counted, unit: '' },
        { name: '  in all', value: seconds, unit: 's' },
        { name: '  a second', value: outcomes.answered / seconds, unit: '' },
        { name: '  each, median', value: median(times), unit: 'ms' },
        { name: '  each, 95 %', value: quantile(times, 0.95), unit: 'ms' },
        { name: 'owner on a known browser, before', value: before, unit: 'ms' },
        { name: '  and after', value: known, unit: 'ms', target: { atMost: 10 * before + 500 } },
        { name: 'owner on a new browser, by a link', value: linked, unit: 'ms' },
      ],
      conditions: {
        tries: `${String(tries)}, each from a network of its own (X-Forwarded-For), ${String(strangersAtOnce)} at once`,
        after:
          'a stranger with the right password is refused; the owner signs in on a known browser, and on a new one by the code that came by SMS',
      },
    }
  } finally {
    await installation.close()
  }
}

/** It takes minutes: whoever waits at a terminal sees that it goes on. */
function sayHowFar(answered: number): void {
  if (process.stderr.isTTY && answered % 1_000 === 0)
    process.stderr.write(`\r${String(answered)} of ${String(tries)} tries`)
}

/** All strangers together have one counter a day for a user ID; whose, only its hash says. */
async function countedAgainst({ database }: Installation): Promise<number> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ counted: number }>(
    'select max(count) as counted from mitid.password_try',
  )
  await client.end()
  return rows[0]?.counted ?? 0
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Tries one password, in a sign-in that is begun anew from time to time. */
function openStranger(installation: Installation, owner: DeviceHolder) {
  let page = ''
  let browser: Browser | undefined
  let left = 0
  return async (): Promise<'answered' | 'busy'> => {
    if (!browser || left === 0) {
      const visitor = newVisitor(installation, owner)
      ;({ browser } = visitor)
      ;({ page } = await openPasswordStep(visitor))
      left = triesInOne
    }
    left -= 1
    const password = randomBytes(9).toString('base64url')
    const { startLoginRequest: ke1 } = opaque.startLogin({ password })
    const answer = await browser.ask(`${page}/password`, { ke1 })
    const { kind } = JSON.parse(answer.body) as { kind?: string }
    if (kind === 'busy') return 'busy'
    if (kind === 'password-not-now') left = 0
    else expectStatus(answer, 200, 'a try')
    return 'answered'
  }
}

/** A second try from one network would have to wait, so none is drawn by lot. */
let networks = 0

/** A browser that was never seen, each of whose calls comes from a network that was never seen. */
function newVisitor({ line, service }: Installation, { userId }: DeviceHolder) {
  const network = {
    get 'x-forwarded-for'() {
      networks += 1
      return [10, networks >> 16, (networks >> 8) & 0xff, networks & 0xff].join('.')
    },
  }
  const browser = openBrowser(line, network)
  return { userId, browser, service: openService(line, origins.signIn, service) }
}

async function isRightOf(installation: Installation, owner: DeviceHolder): Promise<boolean> {
  const visitor = newVisitor(installation, owner)
  const { page } = await openPasswordStep(visitor)
  const proof = await beginProof()
  const begun = await visitor.browser.ask(`${page}/password`, { ke1: proof.ke1 })
  const { ke2 } = JSON.parse(expectStatus(begun, 200, 'the password').body) as { ke2: string }
  return proof.isReal(ke2)
}

async function signInByLink(installation: Installation, owner: DeviceHolder): Promise<void> {
  const newcomer = { ...owner, ...newVisitor(installation, owner) }
  const { browser } = newcomer
  const box = await openPasswordStep(newcomer)
  expectStatus(await browser.send(`${box.page}/link`), 200, 'the link')
  const code = await codeFrom(installation)
  expectStatus(await browser.send(`${box.page}/link/code`, { code }), 200, 'its code')
  await proveAndEnter(newcomer, box)
}

/** Other messages come before it: each is read once. */
async function codeFrom({ line }: Installation): Promise<string> {
  let after: string | undefined
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    const query = new URLSearchParams({ to: reach, wait: '10', ...(after ? { after } : {}) })
    const url = `${inbox()}/messages?${query.toString()}`
    const answer = await line.call({ method: 'GET', url, headers: { accept: 'application/json' } })
    const { messages } = JSON.parse(answer.body) as { messages: readonly Message[] }
    const link = messages.find(({ text }) => text.includes('/link#'))
    const code = /\b(\w{4}-\w{4})\b/u.exec(link?.text ?? '')?.[1]
    if (code !== undefined) return code
    after = messages.at(-1)?.id ?? after
  }
  throw new Error('no link came')
}

type Message = { readonly id: string; readonly text: string }
