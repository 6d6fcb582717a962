/** What each call of the app may carry: anything else is malformed and changes nothing. */
import type { PhoneCalls, PhonePath } from '@open-mitid/protocol'
import { OfferId } from '@open-mitid/protocol'
import { z } from 'zod'

const base64url = (most: number) => z.string().regex(new RegExp(`^[\\w-]{1,${String(most)}}$`, 'u'))
const typed = z.string().min(1).max(64)
const offerId = z
  .custom<OfferId>((value) => OfferId.parse(value) !== undefined)
  .meta({ type: 'string', pattern: '^sgn_[0-9a-hjkmnp-tv-z]{26}$' })
/** A signed object of the app, in the one form in which it is stored. */
const jws = z.string().min(1).max(16_384)
/** RFC 9807 §4.1.2: none of its messages is longer than 320 bytes. */
const opaque = base64url(512)
/** RFC 9807 §4: public key, masking key and envelope are 192 bytes. */
const opaqueRecord = z.string().regex(/^[\w-]{256}$/u)

/** One schema a call; the OpenAPI document comes from them. */
export const phoneRequests: {
  readonly [Path in PhonePath]: z.ZodType<PhoneCalls[Path]['request']>
} = {
  '/api/activation/open': z.strictObject({ code: typed }),
  '/api/activation/second': z.strictObject({ code: typed }),
  '/api/pin/register': z.strictObject({
    request: opaque,
    for: z.enum(['activation', 'pin-change', 'forgotten']),
  }),
  '/api/activation/finish': z.strictObject({
    record: opaqueRecord,
    keys: jws,
    app_version: z.string().min(1).max(40),
  }),
  '/api/claim': z.strictObject({
    secret: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('qr'),
        qid: base64url(64),
        t: z.int().min(0).max(999_999),
        mac: base64url(64),
      }),
      z.strictObject({ kind: z.literal('start'), qid: base64url(64), token: base64url(64) }),
      z.strictObject({ kind: z.literal('code'), code: typed }),
    ]),
  }),
  '/api/pin/prove': z
    .strictObject({
      ke1: opaque,
      purpose: z.enum(['approve', 'history', 'pin-change', 'remove']),
      offer_id: offerId.optional(),
    })
    .refine(({ purpose, offer_id: offer }) => (purpose === 'approve') === (offer !== undefined))
    .transform(withoutUndefined),
  '/api/approve': z
    .strictObject({
      offer_id: offerId,
      ke3: opaque,
      approval: jws,
      remember_browser: z.boolean().optional(),
    })
    .transform(withoutUndefined),
  '/api/refuse': z.strictObject({ offer_id: offerId, refusal: jws }),
  '/api/receipt': z.strictObject({ offer_id: offerId }),
  '/api/history': z
    .strictObject({ ke3: opaque.optional(), before: z.int().min(1).optional() })
    .transform(withoutUndefined),
  '/api/browsers': z.strictObject({ ke3: opaque.optional() }).transform(withoutUndefined),
  '/api/browsers/forget': z.strictObject({
    sign_in: offerId,
    reason: z.enum(['forgotten', 'not_me']),
  }),
  '/api/wishes': z.strictObject({ ke3: opaque.optional() }).transform(withoutUndefined),
  '/api/wishes/change': z
    .strictObject({
      notify_every_use: z.boolean().optional(),
      large_print: z.boolean().optional(),
      letters_in_both: z.boolean().optional(),
      language: z.enum(['da', 'en']).optional(),
    })
    .transform(withoutUndefined),
  '/api/pin/change': z.strictObject({ ke3: opaque, record: opaqueRecord, keys: jws }),
  '/api/pin/reset': z.strictObject({
    proof: z.string().regex(/^[\w-]{43}$/u),
    record: opaqueRecord,
    keys: jws,
  }),
  '/api/profile/remove': z.strictObject({ ke3: opaque }),
  '/api/state': z.strictObject({}),
}

type WithoutUndefined<Value> = {
  [Name in keyof Value]: undefined extends Value[Name]
    ? Exclude<Value[Name], undefined>
    : Value[Name]
}

/** JSON has no undefined, and neither have our types. */
function withoutUndefined<Value extends object>(value: Value): WithoutUndefined<Value> {
  const entries = Object.entries(value).filter(([, member]) => member !== undefined)
  return Object.fromEntries(entries) as WithoutUndefined<Value>
}
