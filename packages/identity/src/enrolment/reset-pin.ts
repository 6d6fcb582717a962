/**
 * A forgotten PIN is replaced on the phone on which it was forgotten: by the device key, and by who
 * has proved again whose MitID it is; never by the key alone (protocols §3).
 */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import { Digest, verifyActivationKeys, type PhoneCalls } from '@open-mitid/protocol'
import {
  answerCall,
  bind,
  drawFor,
  forgetful,
  profileOf,
  resetPin as reset,
  type ActiveProfile,
  type AnswerCall,
  type CallPorts,
  type Caller,
  type Decision,
  type EvidenceSigner,
  type SuspendedProfile,
} from '../authenticator/index.ts'
import { appendEvents } from '../ledger/index.ts'
import { used, type PassportProof } from './passport-proof.ts'
import { evidenceOf } from './prove-holder.ts'
import type { RegainingProof, Regainings } from './regainings.ts'

type Path = '/api/pin/reset'
type Ports = CallPorts & { readonly regainings: Regainings; readonly evidence: EvidenceSigner }

/** The old record goes in the moment in which the new one comes into force; the proof is used up. */
export function resetPin(ports: Ports): AnswerCall<Path> {
  const { regainings } = ports
  return (call) =>
    answerCall(ports, call, {
      visit: () => profileOf(call, (id) => regainings.visit(id, call.request.proof)),
      stands: forgetful,
      decide: ({ caller, proof }, profile) => decide(ports, caller, profile, proof, call.request),
    })
}

async function decide(
  { random, verify, evidence }: Ports,
  { chain, now }: Caller,
  profile: ActiveProfile | SuspendedProfile,
  found: RegainingProof | undefined,
  { record, keys }: PhoneCalls[Path]['request'],
): Promise<Decision<Path, PassportProof>> {
  const proof = ofPerson(found, profile)
  if (!proof.ok) return { result: proof }
  const drawn = drawFor(profile, 'forgotten')
  if (!drawn.ok) return { result: drawn }
  const { epoch, nonce } = drawn.value
  const due = { profile: profile.id, nonce, pin_epoch: epoch, dk: profile.dk, verify }
  const verified = verifyActivationKeys(keys, due)
  if (!verified.ok) return { result: refuse({ kind: 'keys-invalid' }) }
  const evidence_sha256 = Digest.ofText(evidenceOf(proof.value))
  const auth = { method: 'passport', evidence_sha256 }
  const { ak_jwk: ak } = verified.value.content
  const binding = await bind(evidence(now), profile, ak, drawn.value, auth, now)
  const body = { profile: profile.id, binding_sha256: Digest.ofText(binding), pin_epoch: epoch }
  const told = { type: 'pin-reset', actor: profile.id, body } as const
  const events = appendEvents(chain, [told], { random, now })
  const { n, head } = events.head
  return {
    result: accept({ binding, n, head: Digest.from(head) }),
    profile: reset(profile, drawn.value, { record, binding }),
    events,
    move: used(proof.value),
  }
}

function ofPerson(
  proof: RegainingProof | undefined,
  { person }: { readonly person: string },
): Result<RegainingProof, { readonly kind: 'not-proved' }> {
  return proof?.person === person ? accept(proof) : refuse({ kind: 'not-proved' })
}
