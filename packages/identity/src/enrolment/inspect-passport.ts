/** A passport is judged by what its chip holds and answered (product §A.2). */
import type { DataGroupNumber } from '@open-mitid/icao9303'
import { accept, refuse, type Bytes, type UseCase } from '@open-mitid/kernel'
import { Digest } from '@open-mitid/protocol'
import type { AssuranceLevel } from '../person/index.ts'
import type { CprInPassports } from './document-holder.ts'
import type { LostDocuments } from './lost-documents.ts'
import type { PassportInspector, TooMuch } from './passport-inspector.ts'
import { inspected, refused, type PassportProof } from './passport-proof.ts'
import type { PassportProofs } from './passport-proofs.ts'
import type { PassportRefusal } from './passport-refusal.ts'
import { judgePassport } from './passport-rules.ts'

/** As the phone sent it. It vouches for nothing. */
export type InspectPassport = {
  readonly token: string
  readonly sod: Bytes
  readonly dataGroups: ReadonlyMap<DataGroupNumber, Bytes>
  readonly cardAccess: Bytes | undefined
  readonly signature: Bytes | undefined
  readonly chipAnswer: Bytes | undefined
}
export type InspectPassportRefusal =
  | { readonly kind: 'passport'; readonly reason: PassportRefusal }
  | { readonly kind: 'proof-unknown' | 'proof-moved-on' | 'unavailable' }
  | TooMuch

type Ports = {
  readonly passportProofs: PassportProofs
  readonly passportInspector: PassportInspector
  readonly lostDocuments: LostDocuments
  readonly carried: CprInPassports
}

export function inspectPassport(
  ports: Ports,
): UseCase<InspectPassport, { readonly ial: AssuranceLevel }, InspectPassportRefusal> {
  const { passportProofs, passportInspector, lostDocuments, carried } = ports
  return async ({ token, sod, dataGroups, cardAccess, signature, chipAnswer }) => {
    const found = await passportProofs.find(token)
    if (!found) return refuse({ kind: 'proof-unknown' })
    const { proof, now } = found
    if (proof.state !== 'reading') return refuse({ kind: 'proof-moved-on' })
    const { challenge, run } = proof
    const reading = {
      sod,
      dataGroups,
      cardAccess,
      activeAuthentication: signature && { challenge, signature },
      chipAuthentication: run && chipAnswer && { run, answer: chipAnswer },
    }
    const date = new Date(now * 1000)
    const findings = await passportInspector.inspect(reading, { date, carried })
    if (!findings.ok) return findings
    const { checks } = findings.value.report
    const moveTo = async (to: PassportProof) => passportProofs.move(proof, to)
    const end = async (reason: PassportRefusal) =>
      (await moveTo(refused(proof, reason, checks)))
        ? refuse({ kind: 'passport', reason })
        : refuse({ kind: 'proof-moved-on' })

    const judged = judgePassport(findings.value, now)
    if (!judged.ok) return end(judged.refusal)
    const { holder, ial } = judged.value
    const lost = await lostDocuments.isReportedLost(holder)
    if (!lost.ok) return lost
    if (lost.value) return end('lost')
    const photo = Digest.ofBytes(dataGroups.get(2) ?? new Uint8Array())
    return (await moveTo(inspected(proof, { holder, checks, ial, photo })))
      ? accept({ ial })
      : refuse({ kind: 'proof-moved-on' })
  }
}
