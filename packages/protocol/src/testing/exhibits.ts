/** A country of one citizen, one service and one operator, as tests of this package need it. */
import { p256 } from '@noble/curves/nist.js'
import { Instant, utf8, type Bytes } from '@open-mitid/kernel'
import { approvalOf, issueApproval, type ApprovalContent } from '../approval.ts'
import { issueBinding, readBinding, type Binding, type BindingContent } from '../binding.ts'
import { Digest } from '../digest.ts'
import { PublicJwk, type Signer } from '../es256.ts'
import type { EvidenceKeys } from '../evidence-keys.ts'
import type { EvidencePack } from '../evidence-pack.ts'
import {
  issueOffer,
  OfferId,
  ProfileId,
  readOffer,
  type Offer,
  type OfferContent,
} from '../offer.ts'
import { issueReceipt, type ReceiptContent } from '../receipt.ts'

/** A new key that signs where it was made. */
export function softKey(kid: string): Signer & { readonly jwk: PublicJwk } {
  const { secretKey, publicKey } = p256.keygen()
  return {
    kid,
    jwk: PublicJwk.of(p256.Point.fromBytes(publicKey).toBytes(false)),
    sign: (bytes) => new Uint8Array(p256.sign(bytes, secretKey, { lowS: false })),
  }
}

/** Bytes for names that need not be secret: the same ones each time. */
export function steady(seed: number): (length: number) => Bytes {
  return (length) => Uint8Array.from({ length }, (_, at) => (seed * 37 + at * 11) % 256)
}

export const start = Instant.of(1_790_000_000)
export const profile = ProfileId.make(steady(1))
export const operator = softKey('evidence-1')
export const dk = softKey('dk')
export const ak = softKey('ak')
export const keys: EvidenceKeys = {
  v: 1,
  keys: [
    {
      kid: operator.kid,
      jwk: operator.jwk,
      use_from: Instant.plus(start, -1000),
      use_until: Instant.plus(start, 1000),
    },
  ],
}

const bindingContent: BindingContent = {
  v: 1,
  profile,
  dk_jwk: dk.jwk,
  ak_jwk: ak.jwk,
  pin_epoch: 1,
  auth: { method: 'activation_codes', evidence_sha256: Digest.ofText('proofing') },
  loa_cap: 'Substantial',
  iat: Instant.plus(start, -600),
  exp: Instant.plus(start, 100_000),
}

export const offerContent: OfferContent = {
  v: 1,
  offer_id: OfferId.make(steady(2)),
  aud: profile,
  kind: 'approve',
  service: { client_id: 'sundby-bank', name: 'Sundby Bank', domain: 'bank.example' },
  display: {
    lang: 'en',
    title: 'Transfer',
    lines: [
      { label: 'Amount', value: 'DKK 2,300' },
      { label: 'To account number', value: '9978 000123456' },
    ],
  },
  documents: [{ name: 'Terms.pdf', sha256: Digest.ofText('terms') }],
  context: { flow: 'qr', browser: 'Chrome on Windows', place: 'Aarhus', known_browser: true },
  acr: 'https://data.gov.dk/concept/core/nsis/Substantial',
  challenge: Digest.ofText('challenge'),
  iat: start,
  exp: Instant.plus(start, 300),
}

export const circumstances = {
  attempt_id: 'attempt-1',
  seen: { n: 4, head: Digest.ofText('head') },
  uv: 'pin',
  app: { version: '0.1.0' },
  signed_at: Instant.plus(start, 20),
} as const

export const receiptContent: Omit<ReceiptContent, 'approval_sha256'> = {
  v: 1,
  event_commit: Digest.ofText('commit'),
  n: 5,
  prev: Digest.ofText('head'),
  time: Instant.plus(start, 21),
}

export async function madeBinding(change: Partial<BindingContent> = {}): Promise<Binding> {
  return valueOf(readBinding(await issueBinding({ ...bindingContent, ...change }, operator)))
}

export async function madeOffer(change: Partial<OfferContent> = {}): Promise<Offer> {
  return valueOf(readOffer(await issueOffer({ ...offerContent, ...change }, operator)))
}

/** What each of the four signs instead of the truth; all signatures are by the right keys. */
export type Lies = {
  readonly binding?: Partial<BindingContent>
  readonly offer?: Partial<OfferContent>
  readonly approval?: Partial<ApprovalContent>
  readonly receipt?: Partial<ReceiptContent>
}

export async function madePack(lies: Lies = {}): Promise<EvidencePack> {
  const binding = await madeBinding(lies.binding)
  const offer = await madeOffer(lies.offer)
  const content = { ...approvalOf(offer, binding, circumstances), ...lies.approval }
  const approval = await issueApproval(content, { dk, ak })
  const approval_sha256 = Digest.ofText(approval)
  const receipt = { ...receiptContent, approval_sha256, ...lies.receipt }
  return {
    v: 1,
    binding: binding.jws,
    offer: offer.jws,
    approval,
    receipt: await issueReceipt(receipt, operator),
  }
}

/** The value of a result that a test takes for granted. */
export function valueOf<Value>(
  result: { ok: true; value: Value } | { ok: false; refusal: unknown },
): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** The payload part of a compact or General text, written anew by `change`; signatures stay. */
export function withPayload(jws: string, change: (payload: unknown) => unknown): string {
  const general = jws.startsWith('{')
  const old = general ? (JSON.parse(jws) as { payload: string }).payload : jws.split('.')[1]
  const payload: unknown = JSON.parse(Buffer.from(old ?? '', 'base64url').toString())
  const next = Buffer.from(utf8(JSON.stringify(change(payload)))).toString('base64url')
  return jws.replace(old ?? '', next)
}
