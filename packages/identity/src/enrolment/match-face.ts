/** A face before the camera is compared with the photo in the chip (product §A.2). */
import { refuse, type Bytes, type UseCase } from '@open-mitid/kernel'
import { Digest, type FaceRefusal } from '@open-mitid/protocol'
import { judgeFaces, mostDistance } from './face-challenge.ts'
import { turnAway, type EndingPorts } from './end-passport.ts'
import type { FaceMatcher } from './face-matcher.ts'
import type { IdentityRegister } from './identity-register.ts'
import type { TooMuch } from './passport-inspector.ts'
import {
  faceTriesLeft,
  isTriedTooOften,
  refused,
  withFaceTry,
  type InspectedPassport,
  type ProvedPassport,
} from './passport-proof.ts'
import { proveHolder, type ProveHolderRefusal } from './prove-holder.ts'

/** As the phone sent them: the file whose digest was inspected, and a picture a gesture. */
export type MatchFace = {
  readonly token: string
  readonly dg2: Bytes
  readonly pictures: readonly Bytes[]
}
export type MatchFaceRefusal =
  | ProveHolderRefusal
  | TooMuch
  | { readonly kind: 'proof-unknown' | 'other-photo' }
  /** The person can try again, with gestures drawn anew. */
  | {
      readonly kind: 'face'
      readonly reason: FaceRefusal
      readonly picture: number
      readonly triesLeft: number
    }

type Ports = EndingPorts & {
  readonly identityRegister: IdentityRegister
  readonly faceMatcher: FaceMatcher
}

/** The try is counted before it is judged, and the gestures are used up by it. */
export function matchFace(ports: Ports): UseCase<MatchFace, ProvedPassport, MatchFaceRefusal> {
  const { passportProofs, faceMatcher } = ports
  const prove = proveHolder(ports)
  return async ({ token, dg2, pictures }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { proof, now } = found
    if (proof.state !== 'inspected' || !proof.gestures) return refuse({ kind: 'proof-moved-on' })
    if (Digest.ofBytes(dg2) !== proof.photo) return refuse({ kind: 'other-photo' })
    const tried = withFaceTry(proof)
    if (!(await passportProofs.move(proof, tried))) return refuse({ kind: 'proof-moved-on' })
    if (isTriedTooOften(await passportProofs.facesTried(tried)))
      return turnAway(ports, tried, 'tried-too-often')
    const measured = await faceMatcher.measure(dg2, pictures)
    if (!measured.ok)
      return measured.refusal.kind === 'busy'
        ? refuse(measured.refusal)
        : withoutPhoto(ports, tried)
    const judged = judgeFaces(proof.gestures, measured.value)
    if (!judged.ok) {
      const triesLeft = faceTriesLeft(tried)
      if (triesLeft === 0) return turnAway(ports, tried, 'other-face')
      return refuse({ kind: 'face', ...judged.refusal, triesLeft })
    }
    const face = { score: 1 - judged.value, threshold: 1 - mostDistance, steps: proof.gestures }
    return prove(tried, face, now)
  }
}

/** Not the person's doing: nobody else is told of it. */
async function withoutPhoto({ passportProofs }: Ports, proof: InspectedPassport) {
  const reason = 'no-photo'
  return (await passportProofs.move(proof, refused(proof, reason, proof.checks)))
    ? refuse({ kind: 'passport', reason } as const)
    : refuse({ kind: 'proof-moved-on' } as const)
}
