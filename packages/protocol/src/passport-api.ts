/**
 * The calls by which a passport proves an identity: `POST <app>/api/passport/…`, JSON, made before
 * there is a profile. `proof` is a secret that only this journey holds, 32 bytes in base64url.
 * Bytes are base64url. Nothing that is sent is believed: the server asks the chip, and judges.
 */
import type { Instant } from '@open-mitid/kernel'
import type { CodeDeviceKind } from './code-approval.ts'
import type { Language } from './display.ts'
import type { ProfileId } from './offer.ts'

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
  | 'blocked'
  | 'level-too-low'
  | 'other-face'
  | 'tried-too-often'
  | 'no-photo'

/** What a person can be asked to do before the camera; left and right are their own. */
export type FaceGesture =
  'straight' | 'turn-left' | 'turn-right' | 'open-mouth' | 'tilt-left' | 'tilt-right'

/** Who cannot make the usual gestures chooses the others. */
export const gestureSets = {
  usual: ['turn-left', 'turn-right', 'open-mouth'],
  other: ['tilt-left', 'tilt-right', 'straight'],
} as const satisfies Readonly<Record<string, readonly FaceGesture[]>>
export type GestureSet = keyof typeof gestureSets

/** Why pictures do not show whose document it is; the person tries again. */
export type FaceRefusal = 'no-face' | 'several-faces' | 'gesture-missed' | 'unlike'

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

/** Where a code device and its letter can be sent or picked up. */
export type DeliveryOffer = {
  /** By mail; absent where the register knows no address. One that is protected is not told. */
  readonly home?: { readonly address?: string }
  readonly centres: readonly {
    readonly id: string
    readonly municipality: string
    readonly name: string
    readonly address: string
  }[]
}
export type DeliveryChoice =
  { readonly to: 'home' } | { readonly to: 'centre'; readonly centre: string }

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
  /**
   * The citizen's phone asks for a helper's: `code` is shown to it as a QR code, is taken once, and
   * lives two minutes. A new one ends what the one before has led to.
   */
  '/api/passport/help/offer': {
    readonly request: { readonly proof: string }
    readonly answer: { readonly code: string; readonly until: Instant }
  }
  /** How far the helper's phone has come. What it was refused is told as a refusal here too. */
  '/api/passport/help/standing': {
    readonly request: { readonly proof: string }
    readonly answer:
      | { readonly at: 'waiting' | 'taken' }
      | { readonly at: 'read'; readonly level: 'Low' | 'Substantial' }
  }
  /** The helper's phone takes the code, and gets a right to read and to nothing else. */
  '/api/passport/help/take': {
    readonly request: { readonly code: string }
    readonly answer: {
      readonly reader: string
      readonly challenge: string
      readonly expires_at: Instant
    }
  }
  '/api/passport/help/chip': {
    readonly request: { readonly reader: string; readonly dg14: string }
    readonly answer: PassportCalls['/api/passport/chip']['answer']
  }
  /** `photo` is data group 2 once more, sealed for the citizen's phone. */
  '/api/passport/help/inspect': {
    readonly request: Omit<PassportCalls['/api/passport/inspect']['request'], 'proof'> & {
      readonly reader: string
      readonly photo: string
    }
    readonly answer: Nothing
  }
  /** What the person must do before the camera, in this order, a picture each. */
  '/api/passport/gestures': {
    readonly request: { readonly proof: string; readonly set: GestureSet }
    readonly answer: { readonly gestures: readonly FaceGesture[] }
  }
  /**
   * The photo once more, since it was not kept, and the pictures (JPEG). Where a helper's phone has
   * read it, `photo_key` opens what that phone sealed.
   */
  '/api/passport/face': {
    readonly request: {
      readonly proof: string
      readonly pictures: readonly string[]
    } & ({ readonly dg2: string } | { readonly photo_key: string })
    /** The holder, as the register has them. */
    readonly answer: { readonly name: string }
  }
  /**
   * Where the way stands, for an app that was closed meanwhile. What was not proved yet is unknown:
   * the photo was kept nowhere, so the passport is read anew.
   */
  '/api/passport/standing': {
    readonly request: { readonly proof: string }
    readonly answer: PassportStanding
  }
  /**
   * The proved person goes on to a MitID: terms, contacts, user ID, authenticators and, where a
   * device was chosen, its delivery, in this order; each can be answered again. Called again it
   * answers the same.
   */
  '/api/passport/enrol': {
    readonly request: { readonly proof: string }
    /** The versions of the texts that hold today. */
    readonly answer: { readonly terms: string; readonly privacy: string }
  }
  '/api/passport/terms': {
    readonly request: { readonly proof: string; readonly terms: string; readonly privacy: string }
    readonly answer: Nothing
  }
  /** A code is sent there, and comes back by the next call. */
  '/api/passport/contact': {
    readonly request: {
      readonly proof: string
      readonly channel: 'sms' | 'email'
      readonly to: string
      readonly language: Language
    }
    readonly answer: { readonly until: Instant }
  }
  '/api/passport/contact-code': {
    readonly request: { readonly proof: string; readonly code: string }
    readonly answer: Nothing
  }
  '/api/passport/user-ids': {
    readonly request: { readonly proof: string }
    readonly answer: { readonly suggestions: readonly string[] }
  }
  '/api/passport/user-id': {
    readonly request: { readonly proof: string; readonly user_id: string }
    readonly answer: { readonly user_id: string }
  }
  /** What the person approves with, every day and when that is lost. Until then it is the app. */
  '/api/passport/authenticators': {
    readonly request: {
      readonly proof: string
      readonly first: 'app' | CodeDeviceKind
      readonly spare?: CodeDeviceKind
    }
    /** Where devices can go; nothing where none was chosen. */
    readonly answer: { readonly delivery?: DeliveryOffer }
  }
  '/api/passport/delivery': {
    readonly request: { readonly proof: string } & DeliveryChoice
    readonly answer: Nothing
  }
  /**
   * The person has a MitID, and devices are ordered. The code opens the activation of this app, with
   * no second code; nothing where the app was not chosen.
   */
  '/api/passport/complete': {
    readonly request: { readonly proof: string; readonly language: Language }
    readonly answer: { readonly first?: { readonly code: string; readonly until: Instant } }
  }
  /** Who has proved again whose MitID it is: which apps it has. */
  '/api/passport/apps': {
    readonly request: { readonly proof: string }
    readonly answer: { readonly apps: readonly RegainedApp[] }
  }
  /** Each answer is an event, and told to every channel of the person. */
  '/api/passport/forgotten-user-id': {
    readonly request: { readonly proof: string }
    readonly answer: { readonly user_id: string }
  }
  /** An app on a phone that is lost stops at once. Called again it answers the same. */
  '/api/passport/close-app': {
    readonly request: { readonly proof: string; readonly profile: ProfileId }
    readonly answer: Nothing
  }
  /**
   * The code opens the activation of this app; a second code goes to a contact that the person had
   * before, or by letter where there is none. Called again it gives another code, and the one before ends.
   */
  '/api/passport/new-app': {
    readonly request: { readonly proof: string }
    readonly answer: { readonly code: string; readonly until: Instant }
  }
}

export type PassportStanding =
  /** Whose it is was proved: for a first MitID, or to get to the one there is. */
  | { readonly at: 'person' | 'access'; readonly name: string }
  /** The first of these that is not answered. */
  | {
      readonly at: 'terms' | 'contacts' | 'user-id' | 'authenticators'
      readonly name: string
      readonly contacts: readonly { readonly channel: 'sms' | 'email'; readonly to: string }[]
      readonly user_id?: string
    }
  /** There is a MitID; `app`: this app is still to be activated, by calling `complete` again. */
  | { readonly at: 'made'; readonly user_id: string; readonly app: boolean }

export type RegainedApp = { readonly profile: ProfileId; readonly activated_at: Instant }

type Nothing = Readonly<Record<string, never>>

export type PassportPath = keyof PassportCalls

export type PassportCallRefusal =
  | { readonly kind: 'passport'; readonly reason: PassportRefusal }
  /** `picture`: which of them, from nought. */
  | {
      readonly kind: 'face'
      readonly reason: FaceRefusal
      readonly picture: number
      readonly tries_left: number
    }
  | {
      readonly kind: 'turned-away'
      readonly reason: 'too-young' | 'has-mitid' | 'register' | 'left'
    }
  | { readonly kind: 'code-wrong'; readonly tries_left: number }
  | { readonly kind: 'user-id-wait'; readonly until: Instant }
  /** Which rule of user IDs is broken. */
  | { readonly kind: 'user-id'; readonly reason: string }
  | { readonly kind: PassportProblem }

/** What needs no more to be said. */
type PassportProblem =
  | 'malformed'
  | 'too-large'
  | 'not-found'
  | 'method'
  | 'origin'
  /** No such journey, or it has ended: begin again. */
  | 'proof-unknown'
  /** The passport was looked at already, or is being looked at. */
  | 'proof-moved-on'
  /** The code of a helped reading was taken, is too old, or gave way to a newer one. */
  | 'help-unknown'
  /** The photo that was sent is not the one that was inspected. */
  | 'other-photo'
  /** No such number or address. */
  | 'contact'
  | 'too-many-codes'
  | 'code-over'
  | 'user-id-taken'
  | 'terms-changed'
  /** Nowhere to mail a device to, or no such centre. */
  | 'no-address'
  | 'step-missing'
  /** The person has as many apps as there can be: one must be closed first. */
  | 'too-many-apps'
  /** The second code would reach nobody. */
  | 'no-contact'
  /** Too many passports at once, or a register does not answer: the same call later. */
  | 'busy'
  | 'unavailable'
  | 'fault'

export const passportStatus = {
  passport: 422,
  face: 422,
  malformed: 400,
  'too-large': 413,
  'not-found': 404,
  method: 405,
  origin: 403,
  'proof-unknown': 404,
  'proof-moved-on': 409,
  'help-unknown': 404,
  'other-photo': 409,
  'turned-away': 422,
  contact: 422,
  'too-many-codes': 429,
  'code-wrong': 422,
  'code-over': 409,
  'user-id': 422,
  'user-id-taken': 409,
  'user-id-wait': 429,
  'terms-changed': 409,
  'no-address': 422,
  'step-missing': 409,
  'too-many-apps': 409,
  'no-contact': 409,
  busy: 503,
  unavailable: 503,
  fault: 500,
} as const satisfies Readonly<Record<PassportCallRefusal['kind'], number>>
