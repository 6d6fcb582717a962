/**
 * A helper's phone reads a passport into the proof of another's phone. It gets a right to read and
 * to nothing else: the proof itself, and all that it leads to, stays with whoever began it.
 */
import {
  accept,
  base64url,
  refuse,
  type Bytes,
  type Instant,
  type Random,
  type UseCase,
} from '@open-mitid/kernel'
import { openPhoto } from '@open-mitid/protocol'
import type { HelpedReadings } from './helped-readings.ts'
import {
  inspectPassport,
  type InspectPassport,
  type InspectPassportRefusal,
} from './inspect-passport.ts'
import { matchFace, type MatchFace, type MatchFaceRefusal } from './match-face.ts'
import type { ProvedPassport } from './passport-proof.ts'

type HelpUnknown = { readonly kind: 'help-unknown' }
type Taken = {
  readonly reader: string
  readonly challenge: Bytes
  readonly expiresAt: Instant
}

/** The code works once: whoever scanned it first has it, and everybody else is told that it is gone. */
export function takeReading({
  helpedReadings,
  random,
}: {
  helpedReadings: HelpedReadings
  random: Random
}): UseCase<{ readonly code: string }, Taken, HelpUnknown> {
  return async ({ code }) => {
    const reader = base64url(random(32))
    const taken = await helpedReadings.take(code, reader)
    if (!taken) return refuse({ kind: 'help-unknown' })
    const { challenge, expiresAt } = taken.proof
    return accept({ reader, challenge, expiresAt })
  }
}

type InspectHelped = InspectPassport & { readonly photo: Bytes }

/**
 * The photo is kept before the passport is judged, so that a good passport always has one; under
 * `passportProofs` a reader's token opens what it may read.
 */
export function inspectHelped(
  ports: Parameters<typeof inspectPassport>[0] & { readonly helpedReadings: HelpedReadings },
): UseCase<InspectHelped, undefined, InspectPassportRefusal> {
  const inspect = inspectPassport(ports)
  const { passportProofs, helpedReadings } = ports
  return async ({ photo, ...reading }) => {
    const found = await passportProofs.find(reading.token)
    if (!found || !(await helpedReadings.keepPhoto(reading.token, photo)))
      return refuse({ kind: 'proof-unknown' })
    const inspected = await inspect(reading)
    if (inspected.ok) return accept(undefined)
    if (inspected.refusal.kind === 'passport') await helpedReadings.end(found.proof.id)
    return inspected
  }
}

type MatchHelpedFace = Omit<MatchFace, 'dg2'> & { readonly key: Bytes }

/** The citizen's phone has the key alone: the photo never comes to it. Decided, it is gone. */
export function matchHelpedFace(
  ports: Parameters<typeof matchFace>[0] & { readonly helpedReadings: HelpedReadings },
): UseCase<MatchHelpedFace, ProvedPassport, MatchFaceRefusal> {
  const match = matchFace(ports)
  const { passportProofs, helpedReadings } = ports
  return async ({ token, key, pictures }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { id } = found.proof
    const sealed = await helpedReadings.findPhoto(id)
    const dg2 = sealed && (await openPhoto(sealed, key))
    if (!dg2) return refuse({ kind: 'other-photo' })
    const matched = await match({ token, dg2, pictures })
    if (matched.ok || matched.refusal.kind === 'passport') await helpedReadings.end(id)
    return matched
  }
}
