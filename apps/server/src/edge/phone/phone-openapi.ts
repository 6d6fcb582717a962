/** The calls of the app for programs that make or test another app. */
import { phoneStatus, type PhonePath, type PhoneRefusal } from '@open-mitid/protocol'
import { z } from 'zod'
import type { Api, Operation } from '../openapi.ts'
import { phoneRequests } from './phone-requests.ts'

const summaries: Readonly<Record<PhonePath, string>> = {
  '/api/activation/open': 'Opens an activation by its first code; the second code is sent',
  '/api/activation/second': 'Gives the second code',
  '/api/pin/register': 'Begins the registration of a PIN (OPAQUE, RFC 9807)',
  '/api/activation/finish': 'Registers the PIN and has both keys bound',
  '/api/claim': 'Claims a sign-in by a secret that its page shows; answers the signed offer',
  '/api/pin/prove': 'Begins a proof of the PIN for one purpose; it counts as a try',
  '/api/approve': 'Approves an offer: a proof of the PIN and two signatures',
  '/api/refuse': 'Refuses an offer, without a PIN',
  '/api/receipt': 'The evidence of an approval',
  '/api/history': 'Own decisions and events, after the PIN',
  '/api/browsers': 'The browsers that count as known, after the PIN',
  '/api/browsers/forget': 'Takes a browser off those that count as known',
  '/api/wishes':
    'Whether every use is told, how letters are set, and the language of both, after the PIN',
  '/api/wishes/change': 'Changes what is named of these; every channel is told',
  '/api/pin/change': 'Puts a new PIN and approval key in the place of the old',
  '/api/pin/reset':
    'Puts a new PIN in the place of a forgotten one, once passport and face have shown whose it is',
  '/api/profile/remove': 'Ends the profile',
  '/api/state': 'How the profile stands, and what it has claimed and not answered',
}

/** What every answer carries; the rest of each is typed in `packages/protocol/src/phone-api.ts`. */
const answer = z.looseObject({
  rn: z.string().describe('The nonce of the next call'),
  now: z.int().describe('The time at the server, in seconds since 1970'),
})
const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  kind: z.enum(Object.keys(phoneStatus) as PhoneRefusal['kind'][]),
  rn: z.string().optional(),
  now: z.int().optional(),
})

export function phoneApi(origin: string): Api {
  const paths = Object.keys(phoneRequests) as PhonePath[]
  return {
    title: 'MitID: the calls of the app',
    description:
      'Each call is JSON of at most 32 KiB by POST, with the header MitID-Proof over its exact bytes, and carries the nonce of the answer before. See docs/specs.md and packages/protocol.',
    server: origin,
    operations: paths.map(operationOf),
  }
}

const refusals: Readonly<Record<number, string>> = Object.fromEntries(
  [...new Set(Object.values(phoneStatus))].map((status) => [status, `kind: ${kindsOf(status)}`]),
)

function operationOf(path: PhonePath): Operation {
  return {
    path,
    summary: summaries[path],
    security: 'app-proof',
    request: { type: 'application/json', schema: phoneRequests[path] },
    answer,
    refusals,
    problem: { type: 'application/problem+json', schema: problem },
  }
}

function kindsOf(status: number): string {
  const all = Object.entries(phoneStatus).filter(([, each]) => each === status)
  return all.map(([kind]) => kind).join(', ')
}
