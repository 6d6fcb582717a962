/**
 * JSON Web Signatures (RFC 7515) the way this house uses them: one type each, ES256 only, a closed
 * header, a closed payload, and signatures over the very bytes that are stored.
 */
import {
  accept,
  base64url,
  fromBase64url,
  fromUtf8,
  refuse,
  remembered,
  utf8,
} from '@open-mitid/kernel'
import type { Bytes, Result } from '@open-mitid/kernel'
import { PublicJwk, type Sign, type VerifyEs256 } from './es256.ts'
import { list, matching, oneOf, readJson, record, type Reader } from './json.ts'

/** `wrong-type`: a well-formed object of another kind, which must never stand in for this one. */
export type ReadRefusal = { readonly kind: 'malformed' | 'wrong-type' | 'wrong-content' }

/** What one kind of signed object is: its `typ` and the only payload that it may have. */
export type Form<Content> = { readonly typ: string; readonly content: Reader<Content> }

/** Who a compact object says has signed it: a key's name, or the key itself. */
export type SignedBy = { readonly kid: string } | { readonly jwk: PublicJwk }

type Part = { readonly input: Bytes; readonly signature: Bytes }

/** An object in compact form that was read; nobody has looked at its signature yet. */
export type Compact<Content> = Part & {
  readonly jws: string
  readonly by: SignedBy
  readonly content: Content
}

/** An object in General form that was read, with the signature of each role. */
export type General<Content, Role extends string> = {
  readonly jws: string
  readonly content: Content
  readonly parts: Readonly<Record<Role, Part>>
}

/** A form with a signature for each role, in this order, the role as `kid`. */
export type GeneralForm<Content, Role extends string> = Form<Content> & {
  readonly roles: readonly Role[]
}

const most = 32 * 1024
const kidPattern = /^[\x21-\x7e]{1,128}$/u
const readHeader = record<{ alg: 'ES256'; typ: string; kid?: string; jwk?: PublicJwk }>(
  { alg: oneOf('ES256'), typ: anyText, kid: matching(kidPattern), jwk: PublicJwk.parse },
  ['kid', 'jwk'],
)
const readGeneralText = record<{
  payload: string
  signatures: readonly { protected: string; signature: string }[]
}>({
  payload: anyText,
  signatures: list(record({ protected: anyText, signature: anyText }), 3),
})

/** Throws where the content is not what the form's own reader takes: nothing unreadable is signed. */
export async function signCompact<Content>(
  form: Form<Content>,
  content: Content,
  by: SignedBy,
  sign: Sign,
): Promise<string> {
  const input = `${protectedHeader(form.typ, by)}.${payloadOf(form, content)}`
  return `${input}.${base64url(await signed(sign, input))}`
}

export function readCompact<Content>(
  form: Form<Content>,
  jws: string,
): Result<Compact<Content>, ReadRefusal> {
  const [head, payload, signature, ...more] = jws.length > most ? [] : jws.split('.')
  if (head === undefined || payload === undefined || signature === undefined || more.length > 0)
    return refuse({ kind: 'malformed' })
  const part = readPart(form.typ, head, payload, signature)
  if (!part.ok) return part
  const content = readPayload(form, payload)
  return content === undefined
    ? refuse({ kind: 'wrong-content' })
    : accept({ ...part.value, jws, content })
}

export async function signGeneral<Content, Role extends string>(
  form: GeneralForm<Content, Role>,
  content: Content,
  signers: Readonly<Record<Role, { readonly sign: Sign }>>,
): Promise<string> {
  const payload = payloadOf(form, content)
  const signatures = []
  for (const role of form.roles) {
    const head = protectedHeader(form.typ, { kid: role })
    const signature = base64url(await signed(signers[role].sign, `${head}.${payload}`))
    signatures.push({ protected: head, signature })
  }
  return JSON.stringify({ payload, signatures })
}

export function readGeneral<Content, Role extends string>(
  form: GeneralForm<Content, Role>,
  jws: string,
): Result<General<Content, Role>, ReadRefusal> {
  const text = jws.length > most ? undefined : readGeneralText(readJson(jws))
  if (text?.signatures.length !== form.roles.length) return refuse({ kind: 'malformed' })
  const parts: [string, Part][] = []
  for (const [at, { protected: head, signature }] of text.signatures.entries()) {
    const part = readPart(form.typ, head, text.payload, signature)
    if (!part.ok) return part
    const { by, ...bytes } = part.value
    const role = form.roles[at]
    if (role === undefined || !('kid' in by) || by.kid !== role)
      return refuse({ kind: 'malformed' })
    parts.push([role, bytes])
  }
  const content = readPayload(form, text.payload)
  if (content === undefined) return refuse({ kind: 'wrong-content' })
  return accept({ jws, content, parts: Object.fromEntries(parts) as Record<Role, Part> })
}

/** The first role whose signature is not by its key, or undefined where all of them are. */
export function unsignedRole<Role extends string>(
  parts: Readonly<Record<Role, Part>>,
  keys: Readonly<Record<Role, PublicJwk>>,
  verify: VerifyEs256,
): Role | undefined {
  const roles = Object.keys(parts) as Role[]
  return roles.find((role) => !verify(keys[role], parts[role].input, parts[role].signature))
}

function readPart(
  typ: string,
  head: string,
  payload: string,
  signatureText: string,
): Result<Part & { readonly by: SignedBy }, ReadRefusal> {
  const said = head.length > longestHead ? undefined : readHead(head)
  const signature = fromBase64url(signatureText)
  if (!said || signature?.length !== 64) return refuse({ kind: 'malformed' })
  if (said.typ !== typ) return refuse({ kind: 'wrong-type' })
  return accept({ input: utf8(`${head}.${payload}`), signature, by: said.by })
}

/** Letters; the longest kid and a key both take fewer. */
const longestHead = 512

type Head = { readonly typ: string; readonly by: SignedBy }

/** The same head stands on all that a key signs. */
const readHead = remembered((head: string): Head | undefined => {
  const bytes = fromBase64url(head)
  const header = bytes && readHeader(readJson(fromUtf8(bytes) ?? ''))
  const by = header && signedBy(header)
  return by && { typ: header.typ, by }
})

function signedBy({ kid, jwk }: { kid?: string; jwk?: PublicJwk }): SignedBy | undefined {
  if (kid !== undefined && jwk === undefined) return { kid }
  if (jwk !== undefined && kid === undefined) return { jwk }
  return undefined
}

function readPayload<Content>(form: Form<Content>, payload: string): Content | undefined {
  const bytes = fromBase64url(payload)
  return bytes && form.content(readJson(fromUtf8(bytes) ?? ''))
}

function payloadOf<Content>(form: Form<Content>, content: Content): string {
  const readable = form.content(content)
  if (readable === undefined) throw new TypeError(`content that no ${form.typ} may have`)
  return base64url(utf8(JSON.stringify(readable)))
}

function protectedHeader(typ: string, by: SignedBy): string {
  return base64url(utf8(JSON.stringify({ alg: 'ES256', typ, ...by })))
}

async function signed(sign: Sign, input: string): Promise<Bytes> {
  const signature = await sign(utf8(input))
  if (signature.length !== 64) throw new TypeError('a signature that is not the 64 bytes r||s')
  return signature
}

function anyText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
