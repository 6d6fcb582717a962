/** Registers a PIN by OPAQUE: what the server keeps, and what the phone keeps beside it. */
import { accept, base64url, type Result } from '@open-mitid/kernel'
import type { ApprovalKey, Digest, Pin, PinRegistration } from '@open-mitid/protocol'
import type { CallRefusal, Calls } from './calls.ts'
import type { Line } from './exchange.ts'
import type { PinSlot } from './memory.ts'
import { beginRegistration } from './pin-proof.ts'
import { approvalKey } from './profiles.ts'

export type RegisteredPin = {
  readonly record: string
  readonly slot: PinSlot
  readonly nonce: Digest
  readonly ak: ApprovalKey
}

/** Each registration has a new `s` and an epoch of its own; it counts only once keys are bound. */
export async function registerPin(
  call: Calls['call'],
  line: Line,
  wanted: { readonly id: string; readonly pin: Pin; readonly for: PinRegistration },
): Promise<Result<RegisteredPin, CallRefusal>> {
  const s = base64url(line.random(32))
  const registration = await beginRegistration(s, wanted.pin)
  const answer = await call(wanted.id, '/api/pin/register', {
    request: registration.request,
    for: wanted.for,
  })
  if (!answer.ok) return answer
  const { response, pin_epoch, nonce } = answer.value
  const { record, exportKey } = registration.finish(response)
  const slot: PinSlot = { epoch: pin_epoch, s }
  return accept({ record, slot, nonce, ak: approvalKey(exportKey, slot) })
}
