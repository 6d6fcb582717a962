/**
 * A server in memory that keeps to the calls of `phone-api`, for what a real one cannot be made to
 * do: losing an answer, taking events away, being asked for anything. It decides nothing about
 * persons; signatures and OPAQUE are real.
 */
import { p256 } from '@noble/curves/nist.js'
import { base64url, Instant, type Bytes } from '@open-mitid/kernel'
import {
  appProofHeader,
  Digest,
  followChain,
  issueBinding,
  issueOffer,
  OfferId,
  phoneStatus,
  ProfileId,
  PublicJwk,
  readAppProof,
  readBinding,
  readOffer,
  verifyActivationKeys,
  verifyApproval,
  verifyAppProof,
  verifyEs256,
  verifyPinChange,
  type ChainedEvent,
  type EvidenceKey,
  type KnownBrowser,
  type OfferContent,
  type PhoneCalls,
  type PhonePath,
  type PhoneRefusal,
  type Wishes,
} from '@open-mitid/protocol'
import { ready, server as opaque } from '@serenity-kit/opaque'

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
export const app = 'https://app.example'
export const codes = { first: '0123456789AB', second: '418027', typed: 'K7M29QXD' } as const

type Profile = {
  readonly id: ProfileId
  readonly dk: PublicJwk
  rn: string
  last?: { jti: string; body_sha256: string; answer: Answer }
  epochDrawn: number
  nonce: Digest
  pin?: { epoch: number; record: string }
  binding: string
  login?: { state: string; attempt: string }
  tries: number
  suspended: boolean
}
type Line = {
  /** How many of the next answers are lost. */
  lost: number
  /** The call whose next answer is lost. */
  lostAt?: string
  down: boolean
  evaluations: number
  sent: number
}
type Answer = { status: number; body: object }
type Asked = { readonly offer: string; readonly content: OfferContent }
type Handlers = {
  readonly [Path in PhonePath]: (
    profile: Profile,
    request: PhoneCalls[Path]['request'],
  ) => Promise<Omit<PhoneCalls[Path]['answer'], 'rn' | 'now'> | PhoneRefusal>
}

export type StandIn = Awaited<ReturnType<typeof standIn>>

export async function standIn(origin = app) {
  await ready
  const setup = opaque.createSetup()
  const secret = p256.keygen().secretKey
  const operator = {
    kid: 'evidence-1',
    sign: (bytes: Bytes) => new Uint8Array(p256.sign(bytes, secret, { lowS: false })),
  }
  const published: EvidenceKey[] = [
    {
      kid: operator.kid,
      jwk: PublicJwk.of(p256.getPublicKey(secret, false)),
      use_from: Instant.of(0),
      use_until: null,
    },
  ]
  const profiles: Profile[] = []
  const offers = new Map<OfferId, Asked>()
  const answered = new Map<OfferId, 'approve' | 'refuse'>()
  const subject = 'per_someone'
  const events: ChainedEvent[] = []
  const chain = { n: 0, head: Digest.from(new Uint8Array(32)) }
  /** What the next answers say, and how many events stand in a page; tests change it. */
  const next: {
    content: Partial<OfferContent>
    page: number
    browsers: readonly KnownBrowser[]
    wishes: Wishes
    /** Seconds by which the server's clock is ahead. */
    ahead: number
  } = { content: {}, page: 100, browsers: [], wishes: noWishes, ahead: 0 }
  const line: Line = { lost: 0, down: false, evaluations: 0, sent: 0 }
  const now = () => Instant.of(Date.now() / 1000 + next.ahead)

  /** One more event about the person. */
  const grow = (type = 'sign-in-approved') => {
    const [id, salt] = [base64url(random(16)), Digest.from(random(32))]
    const event = { id, n: chain.n + 1, type, at: now(), actor: 'system', body: '{}', salt }
    events.push(event)
    Object.assign(chain, followChain(subject, chain, [event])?.[0])
    return { ...chain }
  }

  const provedBy = (profile: Profile, ke3: string): string | undefined => {
    const { login } = profile
    if (!login) return undefined
    delete profile.login
    try {
      opaque.finishLogin({ serverLoginState: login.state, finishLoginRequest: ke3 })
    } catch {
      return undefined
    }
    profile.tries = 3
    return login.attempt
  }

  const bind = (profile: Profile, ak_jwk: PublicJwk, epoch: number, record: string) => {
    profile.pin = { epoch, record }
    return issueBinding(
      {
        v: 1,
        profile: profile.id,
        dk_jwk: profile.dk,
        ak_jwk,
        pin_epoch: epoch,
        auth: { method: 'activation_codes', evidence_sha256: Digest.ofText('') },
        loa_cap: 'Substantial',
        iat: now(),
        exp: Instant.plus(now(), 1e8),
      },
      operator,
    ).then((binding) => (profile.binding = binding))
  }

  const handlers: Handlers = {
    '/api/activation/open': async (profile, { code }) => {
      if (code !== codes.first) return { kind: 'activation-unknown' }
      const second = {
        channel: 'sms' as const,
        to: '•• •• 12 34',
        expires_at: Instant.plus(now(), 1800),
      }
      return Promise.resolve({ profile: profile.id, second })
    },
    '/api/activation/second': async (profile, { code }) => {
      if (code === codes.second) return Promise.resolve({})
      profile.tries -= 1
      return profile.tries > 0
        ? { kind: 'second-code-wrong', tries_left: profile.tries }
        : { kind: 'activation-ended' }
    },
    '/api/pin/register': async (profile, { request }) => {
      profile.epochDrawn += 1
      profile.nonce = Digest.ofBytes(random(8))
      const userIdentifier = `${profile.id}/${String(profile.epochDrawn)}`
      const { registrationResponse } = opaque.createRegistrationResponse({
        serverSetup: setup,
        userIdentifier,
        registrationRequest: request,
      })
      const { epochDrawn: pin_epoch, nonce } = profile
      return Promise.resolve({ response: registrationResponse, pin_epoch, nonce })
    },
    '/api/activation/finish': async (profile, { record, keys }) => {
      const { id, nonce, epochDrawn: pin_epoch, dk } = profile
      const read = verifyActivationKeys(keys, {
        profile: id,
        nonce,
        pin_epoch,
        dk,
        verify: verifyEs256,
      })
      if (!read.ok) return { kind: 'keys-invalid' }
      profile.tries = 3
      const binding = await bind(profile, read.value.content.ak_jwk, pin_epoch, record)
      return { binding, person: { suggested_nickname: 'Anna' }, ...grow('app-activated') }
    },
    '/api/claim': async (profile, { secret: shown }) => {
      if (shown.kind === 'code' && shown.code !== codes.typed) return { kind: 'claim-unknown' }
      const content: OfferContent = { ...exampleOffer(profile.id, now()), ...next.content }
      const offer = await issueOffer(content, operator)
      offers.set(content.offer_id, { offer, content })
      grow()
      return { offer, expires_at: content.exp }
    },
    '/api/pin/prove': async (profile, { ke1 }) => {
      if (!profile.pin) return { kind: 'pin-needed' }
      if (profile.tries === 0) return { kind: 'pin-wait', until: Instant.plus(now(), 300) }
      profile.tries -= 1
      line.evaluations += 1
      const { serverLoginState: state, loginResponse: ke2 } = opaque.startLogin({
        serverSetup: setup,
        registrationRecord: profile.pin.record,
        startLoginRequest: ke1,
        userIdentifier: `${profile.id}/${String(profile.pin.epoch)}`,
      })
      const attempt = base64url(random(16))
      profile.login = { state, attempt }
      return Promise.resolve({
        ke2,
        pin_epoch: profile.pin.epoch,
        attempt_id: attempt,
        tries_left: profile.tries,
        ...(profile.tries === 0 ? { wait_until: Instant.plus(now(), 300) } : {}),
      })
    },
    '/api/approve': async (profile, { offer_id, ke3, approval }) => {
      const attemptId = provedBy(profile, ke3)
      if (attemptId === undefined) return { kind: 'pin-wrong', tries_left: profile.tries }
      const asked = offers.get(offer_id)
      if (!asked || answered.has(offer_id)) return { kind: 'sign-in-moved-on' }
      const binding = readBinding(profile.binding)
      const offer = readOffer(asked.offer)
      if (!binding.ok || !offer.ok) return { kind: 'fault' }
      const against = { binding: binding.value, offer: offer.value, attemptId, verify: verifyEs256 }
      if (!verifyApproval(approval, against).ok) return { kind: 'approval-invalid' }
      answered.set(offer_id, 'approve')
      const same = asked.content.context.flow === 'same'
      return Promise.resolve({
        ...grow(),
        ...(same ? { return_token: base64url(random(32)) } : {}),
      })
    },
    '/api/refuse': async (_, { offer_id }) => {
      if (answered.has(offer_id)) return { kind: 'sign-in-moved-on' }
      answered.set(offer_id, 'refuse')
      return Promise.resolve({})
    },
    '/api/receipt': async (profile, { offer_id }) => {
      if (answered.get(offer_id) !== 'approve') return {}
      const offer = offers.get(offer_id)?.offer ?? ''
      const pack = { v: 1, binding: profile.binding, offer, approval: '', receipt: '' } as const
      return Promise.resolve({ pack })
    },
    '/api/history': async (profile, { ke3 = '', before = Infinity }) => {
      if (before === Infinity && provedBy(profile, ke3) === undefined)
        return { kind: 'pin-wrong', tries_left: profile.tries }
      const entries = [...offers.values()].flatMap(({ content }) => {
        const decision = answered.get(content.offer_id)
        if (!decision) return []
        const { offer_id, service, kind, display, iat: at } = content
        const { title, lines } = display
        const { name, domain } = service
        const shown = title === undefined ? { lines } : { lines, title }
        return [{ offer_id, service: name, domain, kind, decision, at, ...shown }]
      })
      if (before === Infinity) grow('history-opened')
      const page = events.filter(({ n }) => n < before).slice(-next.page)
      const first = (page[0]?.n ?? 1) - 1
      const zero = Digest.from(new Uint8Array(32))
      const places = followChain(subject, { n: 0, head: zero }, events) ?? []
      const prev = places.find(({ n }) => n === first)?.head ?? zero
      return Promise.resolve({ entries, subject, events: page.toReversed(), prev, ...chain })
    },
    '/api/browsers': async (profile, { ke3 = '' }) =>
      provedBy(profile, ke3) === undefined
        ? { kind: 'pin-wrong', tries_left: profile.tries }
        : Promise.resolve({ browsers: [...next.browsers] }),
    '/api/browsers/forget': async (_, { sign_in }) => {
      next.browsers = next.browsers.filter((browser) => browser.sign_in !== sign_in)
      return Promise.resolve({})
    },
    '/api/wishes': async (profile, { ke3 = '' }) =>
      provedBy(profile, ke3) === undefined
        ? { kind: 'pin-wrong', tries_left: profile.tries }
        : Promise.resolve({ wishes: next.wishes }),
    '/api/wishes/change': async (_, wanted) => {
      next.wishes = { ...next.wishes, ...wanted }
      return Promise.resolve({ wishes: next.wishes })
    },
    '/api/pin/change': async (profile, { ke3, record, keys }) => {
      if (provedBy(profile, ke3) === undefined)
        return { kind: 'pin-wrong', tries_left: profile.tries }
      const binding = readBinding(profile.binding)
      if (!binding.ok) return { kind: 'fault' }
      const { dk_jwk: dk, ak_jwk: ak } = binding.value.content
      const { id, nonce, epochDrawn: pin_epoch } = profile
      const due = { profile: id, nonce, pin_epoch, dk, ak, verify: verifyEs256 }
      const read = verifyPinChange(keys, due)
      if (!read.ok) return { kind: 'keys-invalid' }
      const bound = await bind(profile, read.value.content.ak_jwk, pin_epoch, record)
      return { binding: bound, ...grow() }
    },
    '/api/pin/reset': async (profile, { record, keys }) => {
      const { id, dk, nonce, epochDrawn: pin_epoch } = profile
      const due = { profile: id, nonce, pin_epoch, dk, verify: verifyEs256 }
      const read = verifyActivationKeys(keys, due)
      if (!read.ok) return { kind: 'keys-invalid' }
      const bound = await bind(profile, read.value.content.ak_jwk, pin_epoch, record)
      return { binding: bound, ...grow() }
    },
    '/api/profile/remove': async (profile, { ke3 }) => {
      if (provedBy(profile, ke3) === undefined)
        return { kind: 'pin-wrong', tries_left: profile.tries }
      profile.suspended = true
      return Promise.resolve({})
    },
    '/api/state': async (profile) => {
      const waiting = [...offers.values()]
        .filter(({ content }) => content.aud === profile.id && !answered.has(content.offer_id))
        .map(({ offer, content }) => ({ offer, expires_at: content.exp }))
      return Promise.resolve({
        ...chain,
        waiting,
        spare: false,
        last_authenticator: true,
        pin_epoch: profile.pin?.epoch ?? 0,
        tries_left: profile.tries,
      })
    },
  }

  const problem = (refusal: PhoneRefusal, rn?: string): Answer => {
    const status = phoneStatus[refusal.kind]
    const body = { type: 'about:blank', title: refusal.kind, status, ...refusal }
    return { status, body: rn === undefined ? body : { ...body, rn } }
  }

  const serve = async (path: PhonePath, text: Bytes, header: string): Promise<Answer> => {
    const read = readAppProof(header)
    if (!read.ok) return problem({ kind: 'proof' })
    const { holder, content } = read.value
    const profile =
      'jwk' in holder
        ? (profiles.find(({ dk }) => dk.x === holder.jwk.x) ?? newProfile(holder.jwk))
        : profiles.find(({ id }) => id === holder.profile)
    if (!profile) return problem({ kind: 'proof' })
    const proof = verifyAppProof(read.value, {
      dk: profile.dk,
      htm: 'POST',
      htu: `${origin}${path}`,
      rn: profile.rn,
      body: text,
      verify: verifyEs256,
      last: profile.last,
    })
    if (!proof.ok && proof.refusal.kind === 'copied') profile.suspended = true
    if (!proof.ok) return problem(proof.refusal)
    if (proof.value.freshness === 'repeated' && profile.last) return profile.last.answer
    if (profile.suspended) return problem({ kind: 'copied' })
    const handle = handlers[path] as (profile: Profile, request: unknown) => Promise<object>
    const outcome = await handle(profile, JSON.parse(new TextDecoder().decode(text)))
    profile.rn = base64url(random(16))
    const answer =
      'kind' in outcome
        ? problem(outcome as PhoneRefusal, profile.rn)
        : { status: 200, body: { ...outcome, rn: profile.rn, now: now() } }
    profile.last = { jti: content.jti, body_sha256: content.body_sha256, answer }
    return answer
  }

  const newProfile = (dk: PublicJwk): Profile => {
    const profile: Profile = {
      id: ProfileId.make(random),
      dk,
      rn: '',
      epochDrawn: 0,
      nonce: Digest.ofText(''),
      binding: '',
      tries: 3,
      suspended: false,
    }
    profiles.push(profile)
    return profile
  }

  return {
    line,
    next,
    chain,
    events,
    grow,
    /** The list of evidence keys, and the key that signs offers; tests change them. */
    published,
    operator,
    profiles,
    serve,
    /** As the phone calls it: a call that is lost was served, but nobody hears the answer. */
    fetch: async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      line.sent += 1
      if (line.down) throw new TypeError('no network')
      const request = new Request(input, init)
      const { pathname } = new URL(request.url)
      if (pathname === '/evidence-keys.json' && line.lostAt !== pathname)
        return Response.json({ v: 1, keys: published })
      const header = request.headers.get(appProofHeader) ?? ''
      const body = new Uint8Array(await request.arrayBuffer())
      const answer = await serve(pathname as PhonePath, body, header)
      if (line.lost > 0 || line.lostAt === pathname) {
        line.lost = Math.max(0, line.lost - 1)
        delete line.lostAt
        throw new TypeError('the connection was cut off')
      }
      return Response.json(answer.body, { status: answer.status })
    },
  }
}

const noWishes: Wishes = {
  notify_every_use: false,
  large_print: false,
  letters_in_both: false,
  language: 'da',
}

function exampleOffer(profile: ProfileId, now: Instant): OfferContent {
  return {
    v: 1,
    offer_id: OfferId.make(random),
    aud: profile,
    kind: 'approve',
    service: { client_id: 'sundby-bank', name: 'Sundby Bank', domain: 'bank.example' },
    display: {
      lang: 'en',
      title: 'Transfer',
      lines: [
        { label: 'Amount', value: 'DKK 2,300' },
        { label: 'To account number', value: '9978 000123456' },
      ],
    },
    documents: [],
    context: {
      flow: 'code',
      browser: 'Chrome on Windows',
      place: 'Aarhus',
      known_browser: true,
    },
    acr: 'https://data.gov.dk/concept/core/nsis/Substantial',
    challenge: Digest.ofBytes(random(32)),
    iat: now,
    exp: Instant.plus(now, 300),
  }
}
