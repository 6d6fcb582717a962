/** What each call about a passport may carry: bytes of bounded length, and nothing else. */
import {
  codeDeviceKinds,
  gestureSets,
  ProfileId,
  photoSealLength,
  type GestureSet,
  type PassportCalls,
  type PassportPath,
} from '@open-mitid/protocol'
import { z } from 'zod'

const kibibyte = 1024
/** Base64url of at most so many bytes. */
const bytes = (most: number) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .regex(/^[\w-]+$/u)
const gestureSetNames = Object.keys(gestureSets) as GestureSet[]
const line = z.string().min(1).max(320)
const language = z.enum(['da', 'en'])
const secret = z.string().regex(/^[\w-]{43}$/u)
const proof = secret

/** More than any state's files have; faces take most of it. */
const files = z.strictObject({
  sod: bytes(48 * kibibyte),
  dg1: bytes(kibibyte),
  dg2: bytes(512 * kibibyte),
  dg11: bytes(16 * kibibyte).exactOptional(),
  dg12: bytes(128 * kibibyte).exactOptional(),
  dg14: bytes(8 * kibibyte).exactOptional(),
  dg15: bytes(4 * kibibyte).exactOptional(),
  card_access: bytes(4 * kibibyte).exactOptional(),
})

/** As many as are drawn at the most. */
const mostPictures = 4
const pictures = z
  .array(bytes(96 * kibibyte))
  .min(1)
  .max(mostPictures)

/** What was read of a passport, whoever's phone it was. */
const read = {
  files,
  signature: bytes(2 * kibibyte).exactOptional(),
  chip_answer: bytes(2 * kibibyte).exactOptional(),
}

export const passportRequests: {
  readonly [Path in PassportPath]: z.ZodType<PassportCalls[Path]['request']>
} = {
  '/api/passport/begin': z.strictObject({ purpose: z.enum(['first', 'again']) }),
  '/api/passport/chip': z.strictObject({ proof, dg14: bytes(8 * kibibyte) }),
  '/api/passport/inspect': z.strictObject({ proof, ...read }),
  '/api/passport/help/offer': z.strictObject({ proof }),
  '/api/passport/help/standing': z.strictObject({ proof }),
  '/api/passport/help/take': z.strictObject({ code: secret }),
  '/api/passport/help/chip': z.strictObject({ reader: secret, dg14: bytes(8 * kibibyte) }),
  '/api/passport/help/inspect': z.strictObject({
    reader: secret,
    ...read,
    photo: bytes(512 * kibibyte + photoSealLength),
  }),
  '/api/passport/gestures': z.strictObject({ proof, set: z.enum(gestureSetNames) }),
  '/api/passport/face': z.union([
    z.strictObject({ proof, pictures, dg2: files.shape.dg2 }),
    z.strictObject({ proof, pictures, photo_key: secret }),
  ]),
  '/api/passport/standing': z.strictObject({ proof }),
  '/api/passport/enrol': z.strictObject({ proof }),
  '/api/passport/terms': z.strictObject({ proof, terms: line, privacy: line }),
  '/api/passport/contact': z.strictObject({
    proof,
    channel: z.enum(['sms', 'email']),
    to: line,
    language,
  }),
  '/api/passport/contact-code': z.strictObject({ proof, code: line }),
  '/api/passport/user-ids': z.strictObject({ proof }),
  '/api/passport/user-id': z.strictObject({ proof, user_id: line }),
  '/api/passport/authenticators': z.strictObject({
    proof,
    first: z.enum(['app', ...codeDeviceKinds]),
    spare: z.enum(codeDeviceKinds).exactOptional(),
  }),
  '/api/passport/delivery': z.discriminatedUnion('to', [
    z.strictObject({ proof, to: z.literal('home') }),
    z.strictObject({ proof, to: z.literal('centre'), centre: line }),
  ]),
  '/api/passport/complete': z.strictObject({ proof, language }),
  '/api/passport/apps': z.strictObject({ proof }),
  '/api/passport/forgotten-user-id': z.strictObject({ proof }),
  '/api/passport/close-app': z.strictObject({
    proof,
    profile: z.custom<ProfileId>((value) => ProfileId.parse(value) !== undefined),
  }),
  '/api/passport/new-app': z.strictObject({ proof }),
}

/** In bytes of the JSON: the edge takes no more. */
export const passportBodyLimits: Readonly<Record<PassportPath, number>> = {
  '/api/passport/begin': kibibyte,
  '/api/passport/chip': 12 * kibibyte,
  '/api/passport/inspect': 1024 * kibibyte,
  '/api/passport/help/offer': kibibyte,
  '/api/passport/help/standing': kibibyte,
  '/api/passport/help/take': kibibyte,
  '/api/passport/help/chip': 12 * kibibyte,
  '/api/passport/help/inspect': 1792 * kibibyte,
  '/api/passport/gestures': kibibyte,
  '/api/passport/face': 1280 * kibibyte,
  '/api/passport/standing': kibibyte,
  '/api/passport/enrol': kibibyte,
  '/api/passport/terms': kibibyte,
  '/api/passport/contact': 2 * kibibyte,
  '/api/passport/contact-code': kibibyte,
  '/api/passport/user-ids': kibibyte,
  '/api/passport/user-id': 2 * kibibyte,
  '/api/passport/authenticators': kibibyte,
  '/api/passport/delivery': kibibyte,
  '/api/passport/complete': kibibyte,
  '/api/passport/apps': kibibyte,
  '/api/passport/forgotten-user-id': kibibyte,
  '/api/passport/close-app': kibibyte,
  '/api/passport/new-app': kibibyte,
}
