/** The holder of a good passport is about to show their face: the server draws what they must do. */
import { accept, refuse, type Random, type UseCase } from '@open-mitid/kernel'
import type { FaceGesture, GestureSet } from '@open-mitid/protocol'
import { drawGestures } from './face-challenge.ts'
import { withGestures } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'

type AskGestures = { readonly token: string; readonly set: GestureSet }
export type AskGesturesRefusal = { readonly kind: 'proof-unknown' | 'proof-moved-on' }
type Ports = { readonly passportProofs: PassportProofs; readonly random: Random }

/** Drawn again they take the place of those before: each drawing is answered once at the most. */
export function askGestures({
  passportProofs,
  random,
}: Ports): UseCase<AskGestures, { readonly gestures: readonly FaceGesture[] }, AskGesturesRefusal> {
  return async ({ token, set }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    if (found.proof.state !== 'inspected') return refuse({ kind: 'proof-moved-on' })
    const gestures = drawGestures(set, random)
    return (await passportProofs.move(found.proof, withGestures(found.proof, gestures)))
      ? accept({ gestures })
      : refuse({ kind: 'proof-moved-on' })
  }
}
