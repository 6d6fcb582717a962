/** A profile: one person in one app installation, and the keys and PIN that are theirs (protocols §1). */
import { Instant, type Seconds } from '@open-mitid/kernel'
import type {
  Digest,
  OfferId,
  PinPurpose,
  PinRegistration,
  ProfileId,
  PublicJwk,
} from '@open-mitid/protocol'
import type { PersonId } from '../person/index.ts'
import { CodeTries, PinTries, type CountedTry } from './pin-tries.ts'

export { ProfileId } from '@open-mitid/protocol'

/** The newest registration: its epoch was answered once, and its nonce is to be signed. */
export type PinDraw = {
  readonly epoch: number
  readonly nonce: Digest
  readonly purpose: PinRegistration
}

/** The server's half of a PIN try between KE2 and KE3, good for one thing and for a minute. */
export type PinLogin = {
  readonly attemptId: string
  readonly purpose: PinPurpose
  readonly offer: OfferId | undefined
  readonly serverState: string
  readonly until: Instant
}

/** The PIN in force: its OPAQUE record (RFC 9807 §3.2), its tries, and the try under way. */
type ProfilePin = {
  readonly epoch: number
  readonly record: string
  readonly tries: PinTries
  readonly login: PinLogin | undefined
}

type Known = {
  readonly id: ProfileId
  readonly person: PersonId
  readonly dk: PublicJwk
  readonly createdAt: Instant
  /** The newest epoch that was drawn; the next one is higher. */
  readonly drawn: number
}

export type ActivatingProfile = Known & {
  readonly state: 'activating'
  readonly draw: PinDraw | undefined
}

export type ActiveProfile = Known & {
  readonly state: 'active'
  readonly draw: PinDraw | undefined
  /** The exact signed binding of the epoch in force. */
  readonly binding: string
  readonly pin: ProfilePin
  readonly codeTries: CodeTries
  /** Until when the history lies open after its PIN. */
  readonly openUntil: Instant | undefined
}

export type SuspendedProfile = Known & {
  readonly state: 'suspended'
  readonly reason: 'copied' | 'pin' | 'person'
  readonly draw: PinDraw | undefined
}

export type RevokedProfile = Known & { readonly state: 'revoked' }

export type Profile = ActivatingProfile | ActiveProfile | SuspendedProfile | RevokedProfile

const loginLife: Seconds = 60
const historyLife: Seconds = 5 * 60

/** A registration draws a new epoch, so that no epoch is ever evaluated for a second one. */
export function draw<Of extends ActivatingProfile | ActiveProfile | SuspendedProfile>(
  profile: Of,
  purpose: PinRegistration,
  nonce: Digest,
): { readonly profile: Of; readonly draw: PinDraw } {
  const draw = { epoch: profile.drawn + 1, nonce, purpose }
  return { profile: { ...profile, drawn: draw.epoch, draw }, draw }
}

/** The drawn PIN comes into force with its binding. */
export function activate(
  profile: ActivatingProfile,
  draw: PinDraw,
  { record, binding }: { record: string; binding: string },
): ActiveProfile {
  return {
    ...profile,
    state: 'active',
    draw: undefined,
    binding,
    pin: { epoch: draw.epoch, record, tries: PinTries.none, login: undefined },
    codeTries: CodeTries.none,
    openUntil: undefined,
  }
}

/** The old PIN, its record and its tries are gone in the same moment. */
export function changePin(
  profile: ActiveProfile,
  draw: PinDraw,
  { record, binding }: { record: string; binding: string },
): ActiveProfile {
  return {
    ...profile,
    draw: undefined,
    binding,
    pin: { epoch: draw.epoch, record, tries: PinTries.none, login: undefined },
  }
}

/**
 * After a proofing the drawn PIN takes the place of one that was forgotten or blocked (protocols
 * §3): the device key stays, and all that hung on the old PIN is gone.
 */
export function resetPin(
  { id, person, dk, createdAt, drawn }: ActiveProfile | SuspendedProfile,
  draw: PinDraw,
  bound: { record: string; binding: string },
): ActiveProfile {
  const known = { id, person, dk, createdAt, drawn }
  return activate({ ...known, state: 'activating', draw }, draw, bound)
}

/** A counted try takes the place of one that was under way. */
export function beginLogin(
  profile: ActiveProfile,
  tries: CountedTry,
  login: Omit<PinLogin, 'until'>,
  now: Instant,
): ActiveProfile {
  const until = Instant.plus(now, loginLife)
  return { ...profile, pin: { ...profile.pin, tries, login: { ...login, until } } }
}

/** The try is over. A right PIN forgets all tries before it. */
export function endLogin(profile: ActiveProfile, outcome: 'right' | 'wrong'): ActiveProfile {
  const tries = outcome === 'right' ? PinTries.none : profile.pin.tries
  return { ...profile, pin: { ...profile.pin, tries, login: undefined } }
}

export function openHistory(profile: ActiveProfile, now: Instant): ActiveProfile {
  return { ...profile, openUntil: Instant.plus(now, historyLife) }
}

export function isHistoryOpen({ openUntil }: ActiveProfile, now: Instant): boolean {
  return openUntil !== undefined && now < openUntil
}

/** The PIN record goes with it: whoever comes back proves anew who they are. */
export function suspend(
  profile: ActivatingProfile | ActiveProfile,
  reason: SuspendedProfile['reason'],
): SuspendedProfile {
  const { id, person, dk, createdAt, drawn } = profile
  return { id, person, dk, createdAt, drawn, state: 'suspended', reason, draw: undefined }
}

export function revoke(profile: Profile): RevokedProfile {
  const { id, person, dk, createdAt, drawn } = profile
  return { id, person, dk, createdAt, drawn, state: 'revoked' }
}
