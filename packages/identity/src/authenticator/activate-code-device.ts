/**
 * A device is activated on the citizens' website: after its letter's code, with a password and the
 * first code that it shows. In the same way its person chooses another password, where they have
 * forgotten the one before, and opens it again. All of it is written in one statement.
 */
import { accept, equalBytes, refuse, utf8 } from '@open-mitid/kernel'
import type { Instant, Random, Result, UseCase } from '@open-mitid/kernel'
import { appendEvents, type AppendedEvents, type EventDraft } from '../ledger/index.ts'
import type { PersonId } from '../person/index.ts'
import { BrowserPass } from './browser-pass.ts'
import {
  activate,
  openKnown,
  openLetter,
  type CodeDevice,
  type DeviceKind,
  type HeldDevice,
  type OpenedDevice,
} from './code-device.ts'
import type { DeviceAttempts, FoundDeviceAttempt, OwnAttempt } from './device-attempts.ts'
import type { PasswordServer } from './password-server.ts'
import { wait } from './pin-proof.ts'
import { mostTries } from './pin-tries.ts'

type Ports = {
  readonly attempts: DeviceAttempts
  readonly passwordServer: PasswordServer
  readonly random: Random
}

export type DeviceAttemptView = {
  readonly kind: DeviceKind
  /** `sent`: it is activated; `active`: a forgotten password is replaced; `suspended`: opened again. */
  readonly state: OpenedDevice['state']
  readonly userId: string
  readonly hasPassword: boolean
  readonly passwordProved: boolean
}
/** `attempt-ended`: its time, or its letter's code, is over. */
export type AttemptEnded = { readonly kind: 'attempt-ended' }

export function findDeviceAttempt({
  attempts,
}: Pick<Ports, 'attempts'>): UseCase<OwnAttempt, DeviceAttemptView, AttemptEnded> {
  return async (own) => {
    const found = await attempts.find(own)
    if (!found) return refuse({ kind: 'attempt-ended' })
    const opened = openedOf(found)
    if (!opened.ok) return refuse({ kind: 'attempt-ended' })
    const { kind, state } = opened.value
    const { userId, hasPassword, passwordProved } = found
    return accept({ kind, state, userId, hasPassword, passwordProved })
  }
}

export type ProveForDevice = OwnAttempt & { readonly ke3: string }

/** Who has a password already shows it, in the place of choosing one. */
export function provePasswordForDevice({
  attempts,
  passwordServer,
}: Pick<Ports, 'attempts' | 'passwordServer'>): UseCase<
  ProveForDevice,
  undefined,
  AttemptEnded | { readonly kind: 'password-wrong' }
> {
  return async ({ ke3, ...own }) => {
    const found = await attempts.find(own)
    if (!found) return refuse({ kind: 'attempt-ended' })
    const { serverState } = found
    const right = serverState !== undefined && passwordServer.finish(serverState, ke3) !== undefined
    await found.endProof(right && found.hasPassword)
    return right && found.hasPassword ? accept(undefined) : refuse({ kind: 'password-wrong' })
  }
}

export type ActivateDevice = OwnAttempt & {
  /** The digits that the device shows. */
  readonly code: string
  /** Of a password that was chosen; undefined where the one that they have was proved. */
  readonly record: string | undefined
}
/** `pass`: makes the browser that brings it to the sign-in known to the person, once. */
export type ActivatedDevice = { readonly kind: DeviceKind; readonly pass: string }
export type ActivateDeviceRefusal =
  | AttemptEnded
  | { readonly kind: 'password-needed' | 'malformed' | 'busy' }
  | { readonly kind: 'code-wrong'; readonly left: number }
  | { readonly kind: 'code-wait'; readonly until: Instant }

const tries = 5
const passLife = 10 * 60

export function activateCodeDevice(
  ports: Ports,
): UseCase<ActivateDevice, ActivatedDevice, ActivateDeviceRefusal> {
  const { attempts, passwordServer, random } = ports
  return async ({ code, record, ...own }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await attempts.find(own)
      if (!found || found.person.state === 'blocked') return refuse({ kind: 'attempt-ended' })
      const opened = openedOf(found)
      if (!opened.ok) return opened
      if (record === undefined && !(found.passwordProved && opened.value.state !== 'active'))
        return refuse({ kind: 'password-needed' })
      if (record !== undefined && !passwordServer.accepts(record))
        return refuse({ kind: 'malformed' })
      const { now } = found
      const tried = activate(opened.value, (shown) => equalBytes(utf8(shown), utf8(code)), now)
      if (!tried.ok)
        return tried.refusal.kind === 'codes-wait'
          ? refuse({ kind: 'code-wait', until: tried.refusal.until })
          : refuse({ kind: 'attempt-ended' })
      if ('wrong' in tried.value) {
        const { wrong, left: codesLeft } = tried.value
        if (!(await found.count(wrong, wrongEvents(random, found, wrong, codesLeft)))) continue
        const { waitUntil: until } = wrong.tries
        if (wrong.tries.count >= mostTries) return refuse({ kind: 'attempt-ended' })
        return until === undefined
          ? refuse({ kind: 'code-wrong', left: codesLeft })
          : refuse({ kind: 'code-wait', until })
      }
      const { active } = tried.value
      const { token, sha256 } = BrowserPass.make(random)
      const pass = { sha256, life: passLife }
      const events = doneEvents(random, found, record)
      if (await found.complete({ device: active, record, pass }, events))
        return accept({ kind: active.kind, pass: token })
    }
    return refuse({ kind: 'busy' })
  }
}

/** What opened it must be as good now as it was then. */
function openedOf({
  device,
  by,
  overruledAt,
  now,
}: FoundDeviceAttempt): Result<OpenedDevice, AttemptEnded> {
  if ('provedAt' in by) {
    const overruled = overruledAt !== undefined && by.provedAt <= overruledAt
    const known = overruled ? undefined : openKnown(device)
    return known ? accept(known) : refuse({ kind: 'attempt-ended' })
  }
  const opened = openLetter(device, by.letterMac, now)
  return opened.ok && 'proof' in opened.value
    ? accept(opened.value.proof)
    : refuse({ kind: 'attempt-ended' })
}

function wrongEvents(
  random: Random,
  { device: { state: before }, chain, now }: FoundDeviceAttempt,
  { id, kind, state, tries }: HeldDevice,
  tries_left: number,
): AppendedEvents {
  const about = { device: id, kind }
  const drafts: EventDraft[] = [
    { type: 'device-code-wrong', actor: 'system', body: { ...about, tries_left, ...wait(tries) } },
  ]
  if (state === 'suspended' && before === 'active')
    drafts.push({ type: 'device-suspended', actor: 'system', body: { ...about, reason: 'codes' } })
  return appendEvents(chain, drafts, { random, now })
}

function doneEvents(
  random: Random,
  { device, person, chain, hasPassword, now }: FoundDeviceAttempt,
  record: string | undefined,
): AppendedEvents {
  const drafts = deviceEvents(device, person.id)
  if (record !== undefined) {
    const reason = hasPassword ? 'forgotten' : 'activation'
    drafts.push({ type: 'password-set', actor: person.id, body: { reason } })
  }
  return appendEvents(chain, drafts, { random, now })
}

function deviceEvents(device: CodeDevice, actor: PersonId): EventDraft[] {
  const body = { device: device.id, kind: device.kind }
  if (device.state === 'sent')
    return [{ type: 'device-activated', actor, body: { ...body, serial: device.serial } }]
  return device.state === 'suspended' ? [{ type: 'device-reopened', actor, body }] : []
}
