/** Whose passports are in the drawer: told by the sandbox, from the one source of its people. */
import { z } from 'zod'

/** What is wrong with a passport, if anything is. */
const passportKinds = [
  'good',
  'expired',
  'lost',
  'revoked',
  'unknown-country',
  'altered',
  'cloned',
  'no-chip-proof',
  'damaged',
] as const
export const Holder = z.strictObject({
  /** Names the passport, in letters that an address can have. */
  key: z.string().regex(/^[a-z-]{1,40}$/u),
  givenNames: z.string().min(1),
  surname: z.string().min(1),
  cpr: z.string().regex(/^\d{10}$/u),
  birthDate: z.iso.date(),
  sex: z.enum(['F', 'M']),
  kind: z.enum(passportKinds),
})
export type Holder = z.infer<typeof Holder>
