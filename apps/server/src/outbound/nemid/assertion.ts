/** NemID's signed word on who somebody is, verified with care (RFC 7519, RFC 8725). */
import { accept, refuse, type Instant, type Result } from '@open-mitid/kernel'
import type {
  OlderEidHolder,
  OlderEidPrompt,
  OutsideFault,
  Untruth,
} from '@open-mitid/identity/enrolment'
import { CprNumber, PersonName, type CprNumbers } from '@open-mitid/identity/person'
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose'
import { z } from 'zod'

/** Whom to believe, and what was asked. */
export type Trust = {
  readonly keys: JSONWebKeySet
  readonly issuer: string
  readonly audience: string
  readonly numbers: CprNumbers
}

const Claims = z.object({
  nonce: z.string(),
  cpr: z.string(),
  name: z.string(),
  way: z.enum(['card', 'app']),
})

const oldestSeconds = 120
const clockSeconds = 30

export type VerifyAssertion = (
  assertion: string,
  prompt: OlderEidPrompt,
  now: Instant,
) => Promise<Result<OlderEidHolder, OutsideFault>>

/** Times in it are by the world's clock and compared with that; `now` is the house's. */
export function openVerifier({ keys, issuer, audience, numbers }: Trust): VerifyAssertion {
  const trusted = createLocalJWKSet(keys)
  return async (assertion, prompt, now) => {
    try {
      const { payload } = await jwtVerify(assertion, trusted, {
        typ: 'nemid-assertion+jwt',
        algorithms: ['ES256'],
        issuer,
        audience,
        maxTokenAge: oldestSeconds,
        clockTolerance: clockSeconds,
        requiredClaims: ['exp'],
      })
      const claims = Claims.safeParse(payload)
      if (!claims.success) return untrue('malformed')
      const { nonce, cpr: number, name: written, way } = claims.data
      if (nonce !== prompt.nonce || way !== prompt.way) return untrue('replayed')
      const cpr = CprNumber.parse(number, numbers)
      const name = PersonName.parse(written)
      if (!cpr.ok || name === undefined) return untrue('malformed')
      return accept({ way, cpr: cpr.value, name, provedAt: now, assertion })
    } catch (fault) {
      if (fault instanceof errors.JOSEError) return untrue(untruthOf(fault))
      throw fault
    }
  }
}

function untruthOf(fault: errors.JOSEError): Untruth {
  if (fault instanceof errors.JWTExpired) return 'stale'
  if (fault instanceof errors.JWTClaimValidationFailed) return claims[fault.claim] ?? 'malformed'
  const unsigned =
    fault instanceof errors.JWSSignatureVerificationFailed ||
    fault instanceof errors.JWKSNoMatchingKey
  return unsigned ? 'bad-signature' : 'malformed'
}

const claims: Readonly<Record<string, Untruth>> = {
  iss: 'other-issuer',
  aud: 'other-audience',
  iat: 'stale',
}

function untrue(cause: Untruth): Result<never, OutsideFault> {
  return refuse({ kind: 'untrustworthy', cause })
}
