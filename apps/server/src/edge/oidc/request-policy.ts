/** What a request may ask for beyond OpenID Connect Core, and what is answered where it may not. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import { UserId, type AssuranceLevel } from '@open-mitid/identity/person'
import type { Language } from '@open-mitid/protocol'
import { askDetail, askReferenceText, readDetails, type Asked } from './approval-details.ts'
import { levelOfUri } from './assurance.ts'

/** The parameters of ours, all of them text, as the library hands them over. */
export type RequestParams = Readonly<Record<string, unknown>>

export type PolicyError =
  | 'invalid_request'
  | 'invalid_scope'
  | 'invalid_authorization_details'
  | 'unmet_authentication_requirements'
export type PolicyRefusal = { readonly error: PolicyError; readonly why: string }

export type AskedFor = Asked & {
  /** The least level of assurance the service takes; undefined where it did not say. */
  readonly level: AssuranceLevel | undefined
  /** `person`: only what the person's own keys have signed, which takes an app. */
  readonly evidence: 'person' | undefined
  /** Undefined also for a hint that can be no user ID, such as a CPR number: it is passed over. */
  readonly userIdHint: UserId | undefined
}

/** No authenticator there is yet reaches High. */
const highest: AssuranceLevel = 'Substantial'

export function askedFor(params: RequestParams): Result<AskedFor, PolicyRefusal> {
  if (!isOpenId(params['scope']))
    return refuse({ error: 'invalid_scope', why: 'scope must contain openid' })
  const level = readLevel(params)
  if (!level.ok) return level
  const { evidence } = params
  if (evidence !== undefined && evidence !== 'person' && evidence !== 'any')
    return refuse({ error: 'invalid_request', why: 'evidence is person or any' })
  const asked = readText(params, readLanguage(params['ui_locales']))
  if (!asked.ok) return asked
  const least = evidence === 'person' ? evidence : undefined
  const userIdHint = readHint(params['login_hint'])
  return accept({ ...asked.value, level: level.value, evidence: least, userIdHint })
}

/** RFC 6749 §3.3: a request whose scope says too little fails, or gets one that was agreed on. */
function isOpenId(scope: unknown): boolean {
  return typeof scope === 'string' && scope.split(' ').includes('openid')
}

/** OpenID Connect Core 1.0 §3.1.2.1 `login_hint`: nothing is looked up for it, whatever it says. */
function readHint(hint: unknown): UserId | undefined {
  const read = typeof hint === 'string' ? UserId.parse(hint) : undefined
  return read?.ok ? read.value : undefined
}

/** OpenID Connect Core 1.0 §3.1.2.1 `ui_locales`: the first of ours; Danish where none is named. */
export function readLanguage(locales: unknown): Language {
  const wishes = typeof locales === 'string' ? locales.toLowerCase().split(' ') : []
  const found = wishes.map((tag) => tag.split('-')[0]).find((tag) => tag === 'da' || tag === 'en')
  return found === 'en' ? 'en' : 'da'
}

function readText(params: RequestParams, lang: Language): Result<Asked, PolicyRefusal> {
  const details = params['authorization_details']
  const reference = params['reference_text']
  if (typeof details === 'string' && typeof reference === 'string')
    return refuse({
      error: 'invalid_request',
      why: 'authorization_details and reference_text exclude each other',
    })
  if (typeof details === 'string') {
    const read = readDetails(details)
    const asked = read.ok ? askDetail(read.value, lang) : read
    return asked.ok
      ? asked
      : refuse({ error: 'invalid_authorization_details', why: asked.refusal.why })
  }
  if (typeof reference === 'string') {
    const asked = askReferenceText(reference, lang)
    return asked.ok
      ? asked
      : refuse({ error: 'invalid_request', why: `reference_text: ${asked.refusal.why}` })
  }
  return accept({ kind: 'log_on', display: { lang, lines: [] } })
}

/**
 * `acr_values` (any one of them will do, so the least counts) and our `loa`. Values of `acr_values`
 * that we do not know are passed over, as OpenID Connect Core 1.0 §3.1.2.1 has it.
 */
export function readLevel(
  params: RequestParams,
): Result<AssuranceLevel | undefined, PolicyRefusal> {
  const loa = params['loa']
  const least = typeof loa === 'string' ? levelOfUri(loa) : undefined
  if (loa !== undefined && least === undefined)
    return refuse({ error: 'invalid_request', why: 'loa is not an NSIS level' })
  const acr = params['acr_values']
  const known = (typeof acr === 'string' ? acr.split(' ') : [])
    .map(levelOfUri)
    .filter((level) => level !== undefined)
  const wanted = least ?? known.reduce<AssuranceLevel | undefined>(lower, undefined)
  if (wanted !== undefined && rank[wanted] > rank[highest])
    return refuse({
      error: 'unmet_authentication_requirements',
      why: `no authenticator reaches ${wanted}`,
    })
  return accept(wanted)
}

const rank: Readonly<Record<AssuranceLevel, number>> = { Low: 0, Substantial: 1, High: 2 }

function lower(one: AssuranceLevel | undefined, other: AssuranceLevel): AssuranceLevel {
  return one !== undefined && rank[one] <= rank[other] ? one : other
}
