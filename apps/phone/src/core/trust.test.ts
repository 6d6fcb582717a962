import { p256 } from '@noble/curves/nist.js'
import { Instant, type Bytes } from '@open-mitid/kernel'
import { ProfileId, PublicJwk } from '@open-mitid/protocol'
import { beforeEach, describe, expect, test } from 'vitest'
import { activated, phoneOn, pin, valueOf } from '../testing/phone-on.ts'
import { codes, random, standIn, type StandIn } from '../testing/stand-in.ts'
import { Unreachable, type Phone } from './index.ts'

const typed = { kind: 'code', code: codes.typed } as const
const untrusted = { ok: false, refusal: { kind: 'untrusted' } }

let server: StandIn
let phone: Phone
let id: string
beforeEach(async () => {
  server = await standIn()
  phone = phoneOn(server)
  id = await activated(phone)
})

/** Offers are signed with a key of that name from now on; answers how it would be published. */
function signWith(kid: string) {
  const secret = p256.keygen().secretKey
  server.operator.kid = kid
  server.operator.sign = (bytes: Bytes) => new Uint8Array(p256.sign(bytes, secret, { lowS: false }))
  const jwk = PublicJwk.of(p256.getPublicKey(secret, false))
  return { kid, jwk, use_from: Instant.of(0), use_until: null }
}

describe('protocols §2: an offer that the operator has not signed is not shown', () => {
  test('signed with a key that is not published', async () => {
    signWith('evidence-2')
    expect(await phone.claim(id, typed)).toMatchObject(untrusted)
    expect(await phone.state(id)).toMatchObject(untrusted)
  })
  test('signed with another key under a known name, also when the list goes along with it', async () => {
    const forged = signWith('evidence-1')
    expect(await phone.claim(id, typed)).toMatchObject(untrusted)
    server.published.splice(0, 1, forged)
    expect(await phone.claim(id, typed)).toMatchObject(untrusted)
  })
  test('signed for another profile', async () => {
    server.next.content = { aud: ProfileId.make(random) }
    expect(await phone.claim(id, typed)).toMatchObject(untrusted)
  })
  test('signed with a key before its beginning or after its end', async () => {
    const key = signWith('evidence-2')
    const soon = Instant.plus(Instant.of(Date.now() / 1000), 3600)
    server.published.push({ ...key, use_from: soon })
    expect(await phone.claim(id, typed)).toMatchObject(untrusted)
    signWith('evidence-3')
    server.published.push({ ...key, kid: 'evidence-3', use_until: Instant.of(1000) })
    expect(await phone.claim(id, typed)).toMatchObject(untrusted)
  })
})

describe('the operator changes keys', () => {
  test('a new key is learnt when the first offer by it comes, and the old one is not forgotten', async () => {
    const before = { ...server.operator }
    server.published.push(signWith('evidence-2'))
    expect(await phone.claim(id, typed)).toMatchObject({ ok: true })
    server.published.splice(0, 1) // as a server would that has not read the list anew
    Object.assign(server.operator, before)
    expect(await phone.claim(id, typed)).toMatchObject({ ok: true })
  })
  test('the list is not asked for again while it is known', async () => {
    const sent = server.line.sent
    valueOf(await phone.claim(id, typed))
    valueOf(await phone.state(id))
    expect(server.line.sent).toBe(sent + 2)
  })
  test('an activation without the list goes on, and it is fetched with the first offer', async () => {
    const fresh = await standIn()
    const keys = fresh.published.splice(0)
    fresh.line.lostAt = '/evidence-keys.json'
    const other = phoneOn(fresh)
    const otherId = await activated(other)
    fresh.published.push(...keys)
    const asked = valueOf(await other.claim(otherId, typed))
    expect(await other.approve(otherId, asked, pin, false)).toMatchObject({ ok: true })
  })
  test('while the list that is needed cannot be had, nothing is shown and nothing is lost', async () => {
    server.published.push(signWith('evidence-2'))
    server.line.lostAt = '/evidence-keys.json'
    await expect(phone.claim(id, typed)).rejects.toThrow(Unreachable)
    expect(valueOf(await phone.state(id)).waiting).toHaveLength(1)
  })
})
