/** Somebody with NemID: how they log on, and what is written in their certificate. */
import { z } from 'zod'

export const ways = ['card', 'app'] as const
export type Way = (typeof ways)[number]

export const Holder = z.strictObject({
  /** Names the holder in addresses of these pages. */
  key: z.string().regex(/^[a-z-]{2,40}$/u),
  name: z.string().min(1).max(200),
  /** The day of birth is raised by 60: nobody real has such a number. */
  cpr: z.string().regex(/^[6-9]\d{9}$/u),
  userId: z.string().min(5).max(48),
  /** Known to everybody: these pages show it to whoever plays the holder. */
  password: z.string().min(6).max(40),
  ways: z.array(z.enum(ways)).min(1),
})
export type Holder = z.infer<typeof Holder>
