/**
 * The calls by which a passport proves an identity: `POST <app>/api/passport/…`, JSON, made before
 * there is a profile. `proof` is a secret that only this journey holds, 32 bytes in base64url.
 * Bytes are base64url. Nothing that is sent is believed: the server asks the chip, and judges.
 */
import type { Instant } from '@open-mitid/kernel'

/** Why a passport proves nothing: one kind for each thing that a person can be told. */
export type PassportRefusal =
  // It could not be read as a passport.
  | 'damaged'
  | 'incomplete'
  | 'not-readable'
  | 'not-a-passport'
  // It is not what a state made.
  | 'not-genuine'
  | 'changed'
  | 'copied'
  | 'country-unknown'
  | 'signer-revoked'
  | 'signer-not-valid'
  // It is, and may not be used.
  | 'expired'
  | 'lost'
  // Of whoever it is.
  | 'too-young'
  | 'birth-date-unknown'
  | 'not-in-register'
  | 'has-mitid'
  | 'no-mitid'
  | 'other-face'

/** A command to the chip, to be sent in the session that is open. */
export type ChipCommand = {
  readonly cla: number
  readonly ins: number
  readonly p1: number
  readonly p2: number
  readonly data?: string
  readonly expected?: number
}

/** Files as the chip gave them, by name; `card_access` in the clear, before it was opened. */
export type PassportFiles = {
  readonly sod: string
  readonly dg1: string
  readonly dg2: string
  readonly dg11?: string
  readonly dg12?: string
  readonly dg14?: string
  readonly dg15?: string
  readonly card_access?: string
}

export type PassportCalls = {
  '/api/passport/begin': {
    readonly request: { readonly purpose: 'first' | 'again' }
    readonly answer: {
      readonly proof: string
      /** For active authentication (ICAO 9303-11 §6.1). */
      readonly challenge: string
      readonly expires_at: Instant
    }
  }
  /** The server is the terminal of chip authentication (ICAO 9303-11 §6.2): it makes the key. */
  '/api/passport/chip': {
    readonly request: { readonly proof: string; readonly dg14: string }
    /** Nothing where DG14 offers no chip authentication. */
    readonly answer: {
      readonly order?: {
        readonly commands: readonly ChipCommand[]
        /** An APDU that goes to the chip as it is, after the commands. */
        readonly apdu: string
      }
    }
  }
  '/api/passport/inspect': {
    readonly request: {
      readonly proof: string
      readonly files: PassportFiles
      /** What the chip made of the challenge. */
      readonly signature?: string
      /** What the chip answered to the APDU. */
      readonly chip_answer?: string
    }
    readonly answer: { readonly level: 'Low' | 'Substantial' }
  }
}

export type PassportPath = keyof PassportCalls

export type PassportCallRefusal =
  | { readonly kind: 'passport'; readonly reason: PassportRefusal }
  | {
      readonly kind:
        | 'malformed'
        | 'too-large'
        | 'not-found'
        | 'method'
        | 'origin'
        /** No such journey, or it has ended: begin again. */
        | 'proof-unknown'
        /** The passport was looked at already, or is being looked at. */
        | 'proof-moved-on'
        /** Too many passports at once, or a register does not answer: the same call later. */
        | 'busy'
        | 'unavailable'
        | 'fault'
    }

export const passportStatus = {
  passport: 422,
  malformed: 400,
  'too-large': 413,
  'not-found': 404,
  method: 405,
  origin: 403,
  'proof-unknown': 404,
  'proof-moved-on': 409,
  busy: 503,
  unavailable: 503,
  fault: 500,
} as const satisfies Readonly<Record<PassportCallRefusal['kind'], number>>
