/**
 * An app claims a sign-in by a secret that only the starting browser shows (protocols §4, step 4).
 * The first claim wins; its holder gets the same offer again; everybody else, whatever the reason,
 * gets one and the same answer.
 */
import { accept, equalBytes, refuse, type Random } from '@open-mitid/kernel'
import { Digest, issueOffer, nsisUri, type ClaimSecret, type Signer } from '@open-mitid/protocol'
import {
  active,
  answerCall,
  CodeTries,
  profileOf,
  wait,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Caller,
  type Decision,
  type EvidenceSigner,
} from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import { appendEvents } from '../ledger/index.ts'
import { locatorOf, secretFault } from './claim-secret.ts'
import { claim, countWrongProfile, isOverdue, type OpenSignIn } from './sign-in.ts'
import { toldState, type Signals } from './signals.ts'
import type { SignInMove, SignIns, SignInVisit } from './sign-ins.ts'

type Path = '/api/claim'
type Ports = CallPorts & {
  readonly signIns: SignIns
  readonly mac: Mac
  readonly evidence: EvidenceSigner
  readonly signals: Signals
}
type Decided = Decision<Path, SignInMove>

const unknown = { result: refuse({ kind: 'claim-unknown' }) } as const satisfies Decided

export function claimSignIn(ports: Ports): AnswerCall<Path> {
  return async (call) => {
    const { secret } = call.request
    const locator = await locatorOf(ports.mac, secret)
    return answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.signIns.visit(id, locator)),
      stands: active,
      decide: (found, profile) => decide(ports, found, profile, secret),
      moved: ({ to }) => {
        ports.signals.tell(to.id, toldState(to))
      },
    })
  }
}

async function decide(
  ports: Ports,
  { caller, signIn, knownBrowser }: SignInVisit,
  profile: ActiveProfile,
  secret: ClaimSecret,
): Promise<Decided> {
  const { now, person } = caller
  const waitUntil = CodeTries.waitUntil(profile.codeTries, now)
  if (secret.kind === 'code' && waitUntil !== undefined)
    return { result: refuse({ kind: 'wait', until: waitUntil }) }
  if (!signIn || isOverdue(signIn, now)) return wrong(ports, caller, profile, secret)
  const claimed = signIn.state === 'claimed' && signIn.profile === profile.id
  if (signIn.state !== 'open' && !claimed) return wrong(ports, caller, profile, secret)
  const fault = await secretFault(ports.mac, signIn, secret, now)
  if (fault === 'wrong') return wrong(ports, caller, profile, secret)
  // The holder may have lost the answer: how old the secret is by now does not matter to them.
  if (signIn.state === 'claimed')
    return { result: accept({ offer: signIn.offer, expires_at: signIn.expiresAt }) }
  if (fault === 'stale') return wrong(ports, caller, profile, secret)
  if (!isFor(signIn, person)) return { ...unknown, move: { to: countWrongProfile(signIn, now) } }
  return take(ports, caller, profile, { signIn, secret, knownBrowser })
}

function isFor({ boundPerson, userIdHash }: OpenSignIn, person: Caller['person']): boolean {
  if (boundPerson !== undefined && boundPerson !== person.id) return false
  return userIdHash !== undefined && equalBytes(userIdHash, person.userIdHash)
}

/** Only a typed code can be guessed at: the others carry 128 bits and more. */
function wrong(
  { random }: Ports,
  { chain, now }: Caller,
  profile: ActiveProfile,
  secret: ClaimSecret,
): Decided {
  if (secret.kind !== 'code') return unknown
  const codeTries = CodeTries.wrong(profile.codeTries, now)
  const tries_left = CodeTries.left(codeTries, now)
  const body = { profile: profile.id, tries_left, ...wait(codeTries) }
  return {
    ...unknown,
    profile: { ...profile, codeTries },
    events: appendEvents(chain, [{ type: 'code-mistyped', actor: profile.id, body }], {
      random,
      now,
    }),
  }
}

async function take(
  { random, evidence }: Ports,
  { chain, now }: Caller,
  profile: ActiveProfile,
  about: {
    readonly signIn: OpenSignIn
    readonly secret: ClaimSecret
    readonly knownBrowser: boolean
  },
): Promise<Decided> {
  const { signIn, knownBrowser } = about
  const flow = flows[about.secret.kind]
  const offer = await makeOffer(evidence(now), { ...about, profile, flow, now, random })
  const to = claim(signIn, {
    claim: { profile: profile.id, person: profile.person, flow, knownBrowser, offer },
    now,
  })
  const body = {
    sign_in: signIn.id,
    profile: profile.id,
    client: signIn.client,
    flow,
    offer_sha256: Digest.ofText(offer),
  }
  return {
    result: accept({ offer, expires_at: signIn.expiresAt }),
    profile: { ...profile, codeTries: CodeTries.none },
    events: appendEvents(chain, [{ type: 'sign-in-claimed', actor: profile.id, body }], {
      random,
      now,
    }),
    move: { to },
  }
}

const flows = { qr: 'qr', start: 'same', code: 'code' } as const

function makeOffer(
  signer: Signer,
  about: {
    readonly signIn: OpenSignIn
    readonly profile: ActiveProfile
    readonly flow: (typeof flows)[ClaimSecret['kind']]
    readonly knownBrowser: boolean
    readonly now: Caller['now']
    readonly random: Random
  },
): Promise<string> {
  const { signIn, profile, flow, knownBrowser, now, random } = about
  const { asked } = signIn
  return issueOffer(
    {
      v: 1,
      offer_id: signIn.id,
      aud: profile.id,
      kind: asked.kind,
      service: { client_id: signIn.client, ...asked.service },
      display: asked.display,
      documents: [],
      context: {
        flow,
        ...(asked.browser === undefined ? {} : { browser: asked.browser }),
        ...(asked.place === undefined ? {} : { place: asked.place }),
        known_browser: knownBrowser,
      },
      acr: nsisUri(asked.level ?? 'Substantial'),
      challenge: Digest.from(random(32)),
      iat: now,
      exp: signIn.expiresAt,
    },
    signer,
  )
}
