/** The server's adapters against the real programs, over the network, with faults switched on. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Instant } from '@open-mitid/kernel'
import type { OlderEid, OlderEidPrompt } from '@open-mitid/identity/enrolment'
import { type BirthDate, type CprNumber, type PersonName } from '@open-mitid/identity/person'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { peopleOf } from '../../apps/sandbox/src/people/people.ts'
import { openCprRegister } from '../../apps/server/src/outbound/cpr/index.ts'
import { openNemId } from '../../apps/server/src/outbound/nemid/index.ts'
import { openSurrounding, type Surrounding } from './program.ts'

const people = peopleOf(new Date('2026-11-22T12:00:00Z'))
const everybody = [...people.citizens, ...people.newcomers]
/** The house's own time, far from the world's: what outside services tell are spans. */
const now = Instant.of(1_000_000)
const patienceMs = 1_000
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const naming = { kid: 'nemid-1', alg: 'ES256', use: 'sig' }
let cpr: Surrounding
let nemid: Surrounding

beforeAll(async () => {
  cpr = await openSurrounding(
    'cpr-register',
    { TOKEN: 'a-token' },
    { PERSONS_FILE: people.register },
  )
  nemid = await openSurrounding(
    'nemid',
    { CLIENT_ID: 'mitid', CLIENT_SECRET: 'a-secret' },
    {
      HOLDERS_FILE: people.nemid,
      SIGNING_KEY_FILE: { ...keys.privateKey.export({ format: 'jwk' }), ...naming },
    },
  )
}, 60_000)
afterAll(async () => {
  await cpr.stop()
  await nemid.stop()
})
beforeEach(async () => {
  for (const program of [cpr, nemid]) await program.ask('POST', '/faults', { fault: 'ok' })
})

const untrustworthy = (cause: string) => ({
  ok: false,
  refusal: { kind: 'untrustworthy', cause },
})
const unavailable = (cause: string) => ({ ok: false, refusal: { kind: 'unavailable', cause } })
const outages = [
  ['slow', unavailable('late')],
  ['down', unavailable('unreachable')],
  ['failing', unavailable('failed')],
  ['garbled', untrustworthy('malformed')],
  ['endless', untrustworthy('too-large')],
] as const

describe('the CPR register', { timeout: 20_000 }, () => {
  const register = (token = 'a-token', url = cpr.origin) =>
    openCprRegister({ url, token, numbers: 'synthetic', patienceMs })
  const somebody = (name: string) => {
    const { cpr: number = '' } = everybody.find((one) => one.name.startsWith(name)) ?? {}
    return number as CprNumber
  }

  it('everybody whom the sandbox knows is found as the sandbox knows them', async () => {
    for (const person of everybody) {
      const found = await register().find({ cpr: person.cpr as CprNumber })
      expect(found).toMatchObject({
        ok: true,
        value: {
          cpr: person.cpr,
          name: person.name,
          birthDate: person.birth_date,
          protected: person.protected ?? false,
        },
      })
      const lines = found.ok ? found.value.address : undefined
      expect(lines?.join(', ')).toBe(person.address)
    }
  })

  it('the dead and those abroad are told apart, and nobody is nobody', async () => {
    const statusOf = async (name: string) => {
      const found = await register().find({ cpr: somebody(name) })
      return found.ok ? found.value.status : found.refusal.kind
    }
    expect(await statusOf('Ove')).toBe('dead')
    expect(await statusOf('Mathilde')).toBe('emigrated')
    expect(await statusOf('Aviaja')).toBe('greenland')
    expect(await statusOf('Kurt')).toBe('resident')
    expect(await register().find({ cpr: '6101010001' as CprNumber })).toEqual({
      ok: false,
      refusal: { kind: 'person-unknown' },
    })
  })

  it('somebody without a number in their papers is found by name and date of birth', async () => {
    const { name = '', birth_date: born = '' } =
      people.newcomers.find(({ key }) => key === 'gudrun') ?? {}
    const by = { name: 'GUDRUN THORSDOTTIR' as PersonName, birthDate: born as BirthDate }
    expect(await register().findByName(by)).toMatchObject({ ok: true, value: { name } })
  })

  it('without its token, or where nothing listens, it is not to be had', async () => {
    const by = { cpr: somebody('Alma') }
    expect(await register('another').find(by)).toEqual(unavailable('failed'))
    expect(await register('a-token', 'http://localhost:1').find(by)).toEqual(
      unavailable('unreachable'),
    )
  })

  it.each([
    ...outages,
    ['other-person', untrustworthy('other-person')],
    ['two-people', { ok: false, refusal: { kind: 'persons-several' } }],
    ['nonsense', untrustworthy('malformed')],
  ] as const)(
    'with the fault %s it is refused, and served when that is over',
    async (fault, refusal) => {
      await cpr.ask('POST', '/faults', { fault })
      const by = { cpr: somebody('Alma') }
      expect(await register().find(by)).toEqual(refusal)
      await cpr.ask('POST', '/faults', { fault: 'ok' })
      expect((await register().find(by)).ok).toBe(true)
    },
  )
})

describe('NemID', { timeout: 20_000 }, () => {
  const trust = (issuer = nemid.origin) => ({
    keys: { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), ...naming }] },
    issuer,
    audience: 'mitid',
    numbers: 'synthetic' as const,
  })
  const adapter = (given: Partial<Parameters<typeof openNemId>[0]> = {}): OlderEid =>
    openNemId({
      ...trust(),
      url: nemid.origin,
      secret: 'a-secret',
      random: (length) => Uint8Array.from(randomBytes(length)),
      now: () => Promise.resolve(now),
      patienceMs,
      ...given,
    })
  const alma = { userId: 'alma.winther', password: 'solsikke42' }
  type CardPrompt = OlderEidPrompt & { readonly way: 'card' }
  type AppPrompt = OlderEidPrompt & { readonly way: 'app' }

  async function prompted<Way extends 'card' | 'app'>(way: Way) {
    const begun = await adapter().begin({ ...alma, way })
    if (!begun.ok) throw new Error(begun.refusal.kind)
    return begun.value as OlderEidPrompt & { readonly way: Way }
  }
  async function keyFor({ card, number }: CardPrompt): Promise<string> {
    const answer = await nemid.ask('GET', '/holder/alma')
    const { cards } = (await answer.json()) as {
      cards: { number: string; keys: Record<string, string> }[]
    }
    return cards.find((one) => one.number === card)?.keys[number] ?? ''
  }
  const decide = ({ id }: AppPrompt, decision: string) =>
    nemid.ask('POST', '/app/alma', { prompt: id, decision })

  it('proves who somebody is by the card', async () => {
    const prompt = await prompted('card')
    expect(prompt.expiresAt - now).toBeGreaterThan(290)
    expect(await adapter().answer(prompt, '000')).toEqual({
      ok: false,
      refusal: { kind: 'key-wrong' },
    })
    const answered = await adapter().answer(prompt, await keyFor(prompt))
    const { cpr: number, name } = people.newcomers.find(({ key }) => key === 'alma') ?? {}
    expect(answered).toMatchObject({
      ok: true,
      value: { way: 'card', cpr: number, name, provedAt: now },
    })
    expect(await adapter().answer(prompt, '000000')).toEqual({
      ok: false,
      refusal: { kind: 'prompt-over' },
    })
  })

  it('proves who somebody is by the app, and waits for it', async () => {
    const prompt = await prompted('app')
    expect(await adapter().read(prompt)).toEqual({ ok: true, value: 'waiting' })
    await decide(prompt, 'approve')
    expect(await adapter().read(prompt)).toMatchObject({ ok: true, value: { way: 'app' } })
  })

  it('tells a refusal in the app, and a prompt that was left', async () => {
    const refused = await prompted('app')
    await decide(refused, 'refuse')
    expect(await adapter().read(refused)).toEqual({
      ok: false,
      refusal: { kind: 'prompt-refused' },
    })
    const left = await prompted('app')
    await adapter().abandon(left)
    expect(await adapter().read(left)).toEqual({ ok: false, refusal: { kind: 'prompt-over' } })
  })

  it('refuses who is not known, has no such way, or is locked, and says until when', async () => {
    const begin = (given: object, way: 'card' | 'app' = 'card') =>
      adapter().begin({ ...alma, way, ...given })
    const wrong = { ok: false, refusal: { kind: 'credentials-wrong' } }
    expect(await begin({ password: 'wrong-one' })).toEqual(wrong)
    expect(await begin({ userId: 'nobody.at.all' })).toEqual(wrong)
    const svend = { userId: 'svend-aage', password: 'fiskekutter9' }
    expect(await begin(svend, 'app')).toEqual({ ok: false, refusal: { kind: 'way-missing' } })
    for (let run = 0; run < 5; run += 1) await begin({ ...svend, password: 'wrong-one' })
    const until = expect.closeTo(now + 8 * 3600, -1) as number
    expect(await begin(svend)).toEqual({ ok: false, refusal: { kind: 'locked', until } })
  })

  it.each(outages)(
    'with the fault %s it is refused, and no try is lost',
    async (fault, refusal) => {
      const prompt = await prompted('app')
      await nemid.ask('POST', '/faults', { fault })
      expect(await adapter().begin({ ...alma, way: 'app' })).toEqual(refusal)
      expect(await adapter().read(prompt)).toEqual(refusal)
      await adapter().abandon(prompt)
    },
  )

  it.each([
    ['bad-signature', 'bad-signature'],
    ['other-issuer', 'other-issuer'],
    ['other-audience', 'other-audience'],
    ['replayed', 'replayed'],
    ['stale', 'stale'],
  ])('the lie %s is found out', async (fault, cause) => {
    const prompt = await prompted('card')
    await nemid.ask('POST', '/faults', { fault })
    expect(await adapter().answer(prompt, await keyFor(prompt))).toEqual(untrustworthy(cause))
  })

  it('a word signed with a key that was not agreed on is not believed', async () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const others = { keys: [{ ...publicKey.export({ format: 'jwk' }), ...naming }] }
    const prompt = await prompted('card')
    const answered = await adapter({ keys: others }).answer(prompt, await keyFor(prompt))
    expect(answered).toEqual(untrustworthy('bad-signature'))
  })

  it('without its secret, or where nothing listens, it is not to be had', async () => {
    const begin = (given: Parameters<typeof adapter>[0]) =>
      adapter(given).begin({ ...alma, way: 'card' })
    expect(await begin({ secret: 'another' })).toEqual(unavailable('failed'))
    expect(await begin({ url: 'http://localhost:1' })).toEqual(unavailable('unreachable'))
  })
})
