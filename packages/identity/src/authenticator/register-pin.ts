/** A PIN is registered: each time under a new epoch, which is evaluated once (protocols §1). */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import { Digest, type PhoneRefusal, type PinRegistration } from '@open-mitid/protocol'
import { appendEvents } from '../ledger/index.ts'
import { ready } from './activation.ts'
import type { Activations } from './activations.ts'
import { active, answerCall, forgetful, type CallPorts, type Decision } from './answer-call.ts'
import type { AnswerCall, Caller, PhoneCall } from './call.ts'
import { activating } from './confirm-second-code.ts'
import { pinIdentifier, type PinServer } from './pin-server.ts'
import { profileOf } from './profile-of.ts'
import {
  draw,
  type ActivatingProfile,
  type ActiveProfile,
  type SuspendedProfile,
} from './profile.ts'
import type { Profiles } from './profiles.ts'

type Path = '/api/pin/register'
type Ports = CallPorts & {
  readonly profiles: Profiles
  readonly activations: Activations
  readonly pinServer: PinServer
}

/** The record that comes of it is sent with the keys that it is bound to, and not before. */
export function registerPin(ports: Ports): AnswerCall<Path> {
  return (call) =>
    call.request.for === 'activation'
      ? answerCall(ports, call, {
          visit: () => profileOf(call, (id) => ports.activations.visit(id)),
          stands: activating,
          decide({ caller, activation }, profile) {
            const confirmed = ready(activation, caller.now)
            return confirmed.ok ? decide(ports, call, caller, profile) : { result: confirmed }
          },
        })
      : answerCall(ports, call, {
          visit: () => profileOf(call, (id) => ports.profiles.visit(id)),
          stands: call.request.for === 'forgotten' ? forgetful : active,
          decide: ({ caller }, profile) => decide(ports, call, caller, profile),
        })
}

function decide(
  { random, pinServer }: Ports,
  { request }: PhoneCall<Path>,
  { chain, now }: Caller,
  before: ActivatingProfile | ActiveProfile | SuspendedProfile,
): Decision<Path, never> {
  const drawn = draw(before, request.for, Digest.from(random(32)))
  const { profile } = drawn
  const { epoch, nonce } = drawn.draw
  const response = pinServer.register(pinIdentifier(profile.id, epoch), request.request)
  if (response === undefined) return { result: refuse({ kind: 'malformed' }) }
  const body = { profile: profile.id, pin_epoch: epoch, for: request.for }
  return {
    result: accept({ response, pin_epoch: epoch, nonce }),
    profile,
    events: appendEvents(chain, [{ type: 'pin-epoch-drawn', actor: profile.id, body }], {
      random,
      now,
    }),
  }
}

/** The registration that this record belongs to; it is taken once. */
export function drawFor(
  profile: ActivatingProfile | ActiveProfile | SuspendedProfile,
  purpose: PinRegistration,
): Result<NonNullable<ActivatingProfile['draw']>, PhoneRefusal> {
  return profile.draw?.purpose === purpose
    ? accept(profile.draw)
    : refuse({ kind: 'registration-unknown' })
}
