/** Both codes, a PIN and two keys that signed: the app is the person's, all in one transaction. */
import { accept, Instant, refuse, type Seconds } from '@open-mitid/kernel'
import {
  Digest,
  issueBinding,
  verifyActivationKeys,
  type PhoneCalls,
  type PublicJwk,
  type Signer,
} from '@open-mitid/protocol'
import { appendEvents } from '../ledger/index.ts'
import { ready, use, type ReadyActivation } from './activation.ts'
import type { ActivationSignals } from './activation-signals.ts'
import type { ActivationMove, Activations, ActivationVisit } from './activations.ts'
import { answerCall, type CallPorts, type Decision } from './answer-call.ts'
import type { AnswerCall } from './call.ts'
import { activating } from './confirm-second-code.ts'
import { mostApps } from './issue-activation-code.ts'
import type { PinServer } from './pin-server.ts'
import { profileOf } from './profile-of.ts'
import { activate, type ActivatingProfile, type PinDraw, type Profile } from './profile.ts'
import { drawFor } from './register-pin.ts'

type Path = '/api/activation/finish'

/** The key that the operator signs with at that time: the time that came with the rows. */
export type EvidenceSigner = (now: Instant) => Signer

type Ports = CallPorts & {
  readonly activations: Activations
  readonly pinServer: PinServer
  readonly evidence: EvidenceSigner
  readonly activationSignals: ActivationSignals
}

/** A web app's keys can be copied by whoever can read its files (protocols §1): never above this. */
const loaCap = 'Substantial'
const bindingLife: Seconds = 5 * 365 * 24 * 60 * 60

export function completeActivation(ports: Ports): AnswerCall<Path> {
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => ports.activations.visit(id)),
      stands: activating,
      async decide(found, profile) {
        const confirmed = ready(found.activation, found.caller.now)
        if (!confirmed.ok) return { result: confirmed }
        if (found.activeApps >= mostApps) return { result: refuse({ kind: 'activation-ended' }) }
        const drawn = drawFor(profile, 'activation')
        if (!drawn.ok) return { result: drawn }
        return decide(ports, found, profile, confirmed.value, drawn.value, call.request)
      },
      moved({ state, person }) {
        if (state === 'used') ports.activationSignals.tell(person, 'active')
      },
    })
}

async function decide(
  { random, verify, evidence }: Ports,
  { caller: { chain, now }, givenName }: ActivationVisit,
  profile: ActivatingProfile,
  activation: ReadyActivation,
  drawn: PinDraw,
  { record, keys }: PhoneCalls[Path]['request'],
): Promise<Decision<Path, ActivationMove>> {
  const { id, dk } = profile
  const due = { profile: id, nonce: drawn.nonce, pin_epoch: drawn.epoch, dk, verify }
  const verified = verifyActivationKeys(keys, due)
  if (!verified.ok) return { result: refuse({ kind: 'keys-invalid' }) }
  const { ak_jwk: ak } = verified.value.content
  const method = `codes-${activation.channel}`
  const proved = { method, evidence_sha256: Digest.ofText(activation.id) }
  const binding = await bind(evidence(now), profile, ak, drawn, proved, now)
  const body = { profile: id, binding_sha256: Digest.ofText(binding), pin_epoch: drawn.epoch }
  const events = appendEvents(chain, [{ type: 'app-activated', actor: id, body }], { random, now })
  const { n, head } = events.head
  return {
    result: accept({
      binding,
      person: { suggested_nickname: givenName },
      n,
      head: Digest.from(head),
    }),
    profile: activate(profile, drawn, { record, binding }),
    events,
    move: use(activation),
  }
}

/** Binds the profile's device key and a new approval key to the PIN that was drawn. */
export function bind(
  signer: Signer,
  { id, dk }: Pick<Profile, 'id' | 'dk'>,
  ak: PublicJwk,
  { epoch }: PinDraw,
  auth: { readonly method: string; readonly evidence_sha256: Digest },
  now: Instant,
): Promise<string> {
  const exp = Instant.plus(now, bindingLife)
  const keys = { dk_jwk: dk, ak_jwk: ak, pin_epoch: epoch }
  return issueBinding({ v: 1, profile: id, ...keys, auth, loa_cap: loaCap, iat: now, exp }, signer)
}
