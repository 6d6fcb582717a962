/** What each call about a passport may carry: bytes of bounded length, and nothing else. */
import type { PassportCalls, PassportPath } from '@open-mitid/protocol'
import { z } from 'zod'

const kibibyte = 1024
/** Base64url of at most so many bytes. */
const bytes = (most: number) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .regex(/^[\w-]+$/u)
const proof = z.string().regex(/^[\w-]{43}$/u)

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

export const passportRequests: {
  readonly [Path in PassportPath]: z.ZodType<PassportCalls[Path]['request']>
} = {
  '/api/passport/begin': z.strictObject({ purpose: z.enum(['first', 'again']) }),
  '/api/passport/chip': z.strictObject({ proof, dg14: bytes(8 * kibibyte) }),
  '/api/passport/inspect': z.strictObject({
    proof,
    files,
    signature: bytes(2 * kibibyte).exactOptional(),
    chip_answer: bytes(2 * kibibyte).exactOptional(),
  }),
}

/** In bytes of the JSON: the edge takes no more. */
export const passportBodyLimits: Readonly<Record<PassportPath, number>> = {
  '/api/passport/begin': kibibyte,
  '/api/passport/chip': 12 * kibibyte,
  '/api/passport/inspect': 1024 * kibibyte,
}
