/**
 * A device is activated on the citizens' website: after its letter's code, with a password and the
 * first code that it shows. Device, password and events are written in one statement.
 */
import { accept, equalBytes, refuse, utf8 } from '@open-mitid/kernel'
import type { Instant, Random, Result, UseCase } from '@open-mitid/kernel'
import { appendEvents, type AppendedEvents, type EventDraft } from '../ledger/index.ts'
import { BrowserPass } from './browser-pass.ts'
import {
  activate,
  openLetter,
  type CodeDevice,
  type DeviceKind,
  type LetterProof,
} from './code-device.ts'
import type { DeviceAttempts, FoundDeviceAttempt, OwnAttempt } from './device-attempts.ts'
import type { PasswordServer } from './password-server.ts'

type Ports = {
  readonly attempts: DeviceAttempts
  readonly passwordServer: PasswordServer
  readonly random: Random
}

export type DeviceAttemptView = {
  readonly kind: DeviceKind
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
    if (!found || !letterOf(found).ok) return refuse({ kind: 'attempt-ended' })
    const { device, userId, hasPassword, passwordProved } = found
    return accept({ kind: device.kind, userId, hasPassword, passwordProved })
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
      const opened = letterOf(found)
      if (!opened.ok) return opened
      if (record === undefined && !found.passwordProved) return refuse({ kind: 'password-needed' })
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

/** The code of the letter must be as good now as when it was given. */
function letterOf({
  device,
  letterMac,
  now,
}: FoundDeviceAttempt): Result<LetterProof, AttemptEnded> {
  const opened = openLetter(device, letterMac, now)
  return opened.ok && 'proof' in opened.value
    ? accept(opened.value.proof)
    : refuse({ kind: 'attempt-ended' })
}

function wrongEvents(
  random: Random,
  { chain, now }: FoundDeviceAttempt,
  { id, kind }: CodeDevice,
  tries_left: number,
): AppendedEvents {
  const body = { device: id, kind, tries_left }
  return appendEvents(chain, [{ type: 'device-code-wrong', actor: 'system', body }], {
    random,
    now,
  })
}

function doneEvents(
  random: Random,
  { device, person, chain, hasPassword, now }: FoundDeviceAttempt,
  record: string | undefined,
): AppendedEvents {
  if (device.state !== 'sent') throw new Error('only what was sent is activated')
  const { id, kind, serial } = device
  const drafts: EventDraft[] = [
    { type: 'device-activated', actor: person.id, body: { device: id, kind, serial } },
  ]
  if (record !== undefined) {
    const reason = hasPassword ? 'forgotten' : 'activation'
    drafts.push({ type: 'password-set', actor: person.id, body: { reason } })
  }
  return appendEvents(chain, drafts, { random, now })
}
