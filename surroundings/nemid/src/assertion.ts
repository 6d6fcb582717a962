/** NemID's signed word on who somebody is, for the service that asked (RFC 7519), and its lies. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Proof } from './nemid.ts'

/** Answers in good form that must not be believed. */
export const lies = [
  'other-person',
  'bad-signature',
  'other-issuer',
  'other-audience',
  'replayed',
  'stale',
] as const
export type Lie = (typeof lies)[number]

export type Issuer = {
  readonly issuer: string
  /** The service that asks. */
  readonly audience: string
  readonly kid: string
  readonly key: KeyObject
}

const typ = 'nemid-assertion+jwt'
const lifeSeconds = 60

/** `other`: somebody else, about whom is lied. */
export function issueAssertion(
  { holder, way, nonce }: Proof,
  { issuer, audience, kid, key }: Issuer,
  now: number,
  fault: string,
  other: { readonly cpr: string } | undefined,
): Promise<string> {
  const issuedAt = Math.floor(now / 1000) - (fault === 'stale' ? 3600 : 0)
  const cpr = fault === 'other-person' && other ? other.cpr : holder.cpr
  return new SignJWT({
    nonce: fault === 'replayed' ? 'of-an-earlier-time' : nonce,
    cpr,
    name: holder.name,
    way,
  })
    .setProtectedHeader({ alg: 'ES256', typ, kid })
    .setIssuer(fault === 'other-issuer' ? 'https://nemid.invalid' : issuer)
    .setAudience(fault === 'other-audience' ? 'another-service' : audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifeSeconds)
    .sign(fault === 'bad-signature' ? strangersKey() : key)
}

function strangersKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
}
