/**
 * Two phones and one passport: the citizen's, which asks and to which all of it belongs, and a
 * helper's, which reads the chip. What the helper's has is in memory, and gone with the screen.
 */
import { accept, base64url, fromBase64url, type Result } from '@open-mitid/kernel'
import {
  helpLink,
  photoKeyLength,
  sealPhoto,
  type PassportCallRefusal,
  type PassportCalls,
} from '@open-mitid/protocol'
import type { Line } from '../exchange.ts'
import { passportCall } from './passport-calls.ts'
import { readPassport, type ProvedByPassport, type Reading } from './prove-passport.ts'

type Purpose = PassportCalls['/api/passport/begin']['request']['purpose']

/** What the helper's phone is shown. */
export type HelpOffer = { readonly link: string; readonly until: number }
export type HelpStanding = 'waiting' | 'taken' | ProvedByPassport

/** The citizen's side: a code after another to show, until a phone has read the passport. */
export function askForHelp(line: Line, purpose: Purpose) {
  // Told to the helper's phone alone, and to the server only for the look at the face.
  const key = base64url(line.random(photoKeyLength))
  let proof: string | undefined
  return {
    async offer(): Promise<Result<HelpOffer, PassportCallRefusal>> {
      if (proof === undefined) {
        const begun = await passportCall(line, '/api/passport/begin', { purpose })
        if (!begun.ok) return begun
        proof = begun.value.proof
      }
      const offered = await passportCall(line, '/api/passport/help/offer', { proof })
      if (!offered.ok) return offered
      const { code, until } = offered.value
      return accept({ link: helpLink(line.app, code, key), until })
    },
    async standing(): Promise<Result<HelpStanding, PassportCallRefusal>> {
      if (proof === undefined) return accept('waiting')
      const seen = await passportCall(line, '/api/passport/help/standing', { proof })
      if (!seen.ok) return seen
      const { value } = seen
      if (value.at !== 'read') return accept(value.at)
      return accept({ proof, level: value.level, photo: { photo_key: key } })
    },
  }
}

/** What the helper's phone has of a reading that it took. */
export type Helping = {
  readonly reader: string
  readonly key: string
  readonly challenge: string
}

export async function takeHelp(
  line: Line,
  { code, key }: { readonly code: string; readonly key: string },
): Promise<Result<Helping, PassportCallRefusal>> {
  const taken = await passportCall(line, '/api/passport/help/take', { code })
  if (!taken.ok) return taken
  const { reader, challenge } = taken.value
  return accept({ reader, key, challenge })
}

/** The helper's side. Nothing is answered but that it is done. */
export function readForAnother(line: Line, { reader, key, challenge }: Helping, reading: Reading) {
  return readPassport<undefined>(line, reading, () =>
    Promise.resolve(
      accept({
        challenge,
        order: (dg14: string) => passportCall(line, '/api/passport/help/chip', { reader, dg14 }),
        async judge(read) {
          const dg2 = fromBase64url(read.files.dg2) ?? new Uint8Array()
          const sealing = fromBase64url(key) ?? new Uint8Array()
          const photo = base64url(await sealPhoto(dg2, sealing, line.random(12)))
          const asked = { reader, photo, ...read }
          const judged = await passportCall(line, '/api/passport/help/inspect', asked)
          return judged.ok ? accept(undefined) : judged
        },
      }),
    ),
  )
}
