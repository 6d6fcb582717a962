/** The server becomes the terminal of chip authentication; the phone carries its order to the chip. */
import type { ChipAuthenticationOrder } from '@open-mitid/icao9303'
import { accept, refuse, type Bytes, type UseCase } from '@open-mitid/kernel'
import type { PassportInspector, TooMuch } from './passport-inspector.ts'
import { withRun } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'

type OrderChipProof = { readonly token: string; readonly dg14: Bytes }
export type OrderChipProofRefusal = { readonly kind: 'proof-unknown' | 'proof-moved-on' } | TooMuch

/** The run, which holds the keys, stays with the proof; each order takes the place of the last. */
export function orderChipProof(ports: {
  passportProofs: PassportProofs
  passportInspector: PassportInspector
}): UseCase<OrderChipProof, ChipAuthenticationOrder | undefined, OrderChipProofRefusal> {
  const { passportProofs, passportInspector } = ports
  return async ({ token, dg14 }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { proof } = found
    if (proof.state !== 'reading') return refuse({ kind: 'proof-moved-on' })
    const started = await passportInspector.startChipAuthentication(dg14)
    if (!started.ok) return started
    if (started.value === undefined) return accept(undefined)
    const { run, order } = started.value
    return (await passportProofs.move(proof, withRun(proof, run)))
      ? accept(order)
      : refuse({ kind: 'proof-moved-on' })
  }
}
