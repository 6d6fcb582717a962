/** The services outside the house that tell who somebody is, opened by the settings. */
import { readFileSync } from 'node:fs'
import { refuse, type Instant, type Random } from '@open-mitid/kernel'
import type { IdentityRegister, OlderEid } from '@open-mitid/identity/enrolment'
import { z } from 'zod'
import { StartError, type Config } from './config.ts'
import { openCprRegister } from './outbound/cpr/index.ts'
import { openNemId } from './outbound/nemid/index.ts'

export type OutsideServices = {
  readonly olderEid: OlderEid
  readonly register: IdentityRegister
}

type Given = { readonly random: Random; readonly now: () => Promise<Instant> }

/** A service that is not set is one that is away: the ways that need it say so. */
export function outsideServices(config: Config, { random, now }: Given): OutsideServices {
  const { nemid } = config
  const numbers = config.environment === 'production' ? 'real' : 'synthetic'
  return {
    register: openRegister(config),
    olderEid: nemid
      ? openNemId({
          url: nemid.url,
          secret: nemid.secret,
          issuer: nemid.url,
          audience: nemid.client,
          keys: readKeys(nemid.jwks),
          numbers,
          random,
          now,
        })
      : awayEid,
  }
}

/** The register alone, for commands. */
export function openRegister({ cpr, environment }: Config): IdentityRegister {
  const numbers = environment === 'production' ? 'real' : 'synthetic'
  return cpr ? openCprRegister({ ...cpr, numbers }) : awayRegister
}

const away = () => Promise.resolve(refuse({ kind: 'unavailable', cause: 'unreachable' } as const))
const awayRegister: IdentityRegister = { find: away, findByName: away }
const awayEid: OlderEid = {
  begin: away,
  answer: away,
  read: away,
  abandon: () => Promise.resolve(),
}

/** RFC 7517 §5: public keys alone. */
const Jwks = z.object({
  keys: z
    .array(
      z.strictObject({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        kid: z.string(),
        alg: z.literal('ES256'),
        use: z.literal('sig'),
      }),
    )
    .min(1),
})

function readKeys(file: string): z.infer<typeof Jwks> {
  try {
    return Jwks.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (fault) {
    throw new StartError('NEMID_JWKS names no file of public ES256 keys with names.', {
      cause: fault,
    })
  }
}
