/** An offer: what one profile is asked to decide, in the server's words. See protocols §2. */
import {
  idOf,
  remembered,
  type Id,
  type Instant,
  type Result,
  type Seconds,
} from '@open-mitid/kernel'
import { Digest } from './digest.ts'
import { readDisplay, type Display } from './display.ts'
import type { Signer } from './es256.ts'
import {
  instant,
  verifyIssued,
  type Trust,
  type Verified,
  type VerifyRefusal,
} from './evidence-keys.ts'
import { list, matching, oneOf, record, type Reader } from './json.ts'
import { readCompact, signCompact, type Compact, type Form, type ReadRefusal } from './jws.ts'
import { plainText } from './plain-text.ts'

export type ProfileId = Id<'aut'>
export const ProfileId = idOf('aut')
export const readProfileId: Reader<ProfileId> = (value) => ProfileId.parse(value)
/** An offer's name is the name of its sign-in. */
export type OfferId = Id<'sgn'>
export const OfferId = idOf('sgn')

/** The words of action that a person can be asked for; `manage` changes their own MitID. */
export const approvalKinds = ['log_on', 'approve', 'confirm', 'accept', 'sign', 'manage'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

/** How the request came into the app: a scanned frame, the same device, a typed code. */
export const flows = ['qr', 'same', 'code'] as const
export type Flow = (typeof flows)[number]
/** `device`: it went into no app; a code from a code device is typed on the page itself. */
const offerFlows = [...flows, 'device'] as const
export type OfferFlow = (typeof offerFlows)[number]

export type OfferedService = {
  readonly client_id: string
  readonly name: string
  /** A host name in ASCII, with its port where it has one: `bank.example`. */
  readonly domain: string
}

export type OfferedDocument = { readonly name: string; readonly sha256: Digest }

/** Where the request came from, in the words the person reads; an unknown one is left out. */
export type OfferContext = {
  readonly flow: OfferFlow
  readonly browser?: string
  readonly place?: string
  readonly known_browser: boolean
}

export type OfferContent = {
  readonly v: 1
  readonly offer_id: OfferId
  readonly aud: ProfileId
  readonly kind: ApprovalKind
  readonly service: OfferedService
  readonly display: Display
  readonly documents: readonly OfferedDocument[]
  readonly context: OfferContext
  readonly acr: string
  /** 32 random bytes. */
  readonly challenge: Digest
  readonly iat: Instant
  readonly exp: Instant
}

export type Offer = Compact<OfferContent>
export type VerifiedOffer = Verified<OfferContent>

/** An approval of the offer's last second has so long to reach its page and be completed. */
export const completionTime: Seconds = 60

/** The most code points of the names that stand in an offer, and the most documents. */
export const offerLimits = { name: 80, context: 80, document: 130, documents: 12 } as const

const domain =
  /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{1,5})?$/u
const token = /^[\x21-\x7e]{1,256}$/u

export const offerForm: Form<OfferContent> = {
  typ: 'mitid-offer+jwt',
  content: record<OfferContent>({
    v: oneOf(1),
    offer_id: (value) => OfferId.parse(value),
    aud: readProfileId,
    kind: oneOf(...approvalKinds),
    service: record<OfferedService>({
      client_id: matching(token),
      name: plainText(offerLimits.name),
      domain: matching(domain),
    }),
    display: readDisplay,
    documents: list(
      record<OfferedDocument>({ name: plainText(offerLimits.document), sha256: Digest.parse }),
      offerLimits.documents,
    ),
    context: record<OfferContext>(
      {
        flow: oneOf(...offerFlows),
        browser: plainText(offerLimits.context),
        place: plainText(offerLimits.context),
        known_browser: oneOf(true, false),
      },
      ['browser', 'place'],
    ),
    acr: matching(token),
    challenge: Digest.parse,
    iat: instant,
    exp: instant,
  }),
}

/** It is read where it was issued, so that it need not be while somebody waits for their approval. */
export async function issueOffer(content: OfferContent, signer: Signer): Promise<string> {
  const jws = await signCompact(offerForm, content, { kid: signer.kid }, signer.sign)
  readOffer(jws)
  return jws
}

/** Reads an offer that came over a connection which is trusted, or whose signature is checked next. */
export const readOffer = remembered((jws): Result<Offer, ReadRefusal> =>
  readCompact(offerForm, jws),
)

export function verifyOffer(jws: string, trust: Trust): Result<VerifiedOffer, VerifyRefusal> {
  return verifyIssued(offerForm, (content) => content.iat, jws, trust)
}
