/** What the app and a native shell say to each other, in lines (docs/passport.md#native-shells). */
import { base64url, fromBase64url, utf8, type Bytes } from '@open-mitid/kernel'

/** What a shell can do that a page cannot. */
export type ShellOffer = 'chips' | 'files' | 'voice'

export type ShellCall =
  | { readonly do: 'connect' }
  | { readonly do: 'transceive'; readonly connection: number; readonly command: Uint8Array }
  /** The person says where a file is kept. */
  | { readonly do: 'save'; readonly name: string; readonly content: string }
  /** Silences what was said before; `language` as BCP 47 has it. */
  | { readonly do: 'say'; readonly language: string; readonly sentence: string }
  | { readonly do: 'hush' }

/** `refused`: the call was none, or one that a shell does for nobody. */
const reasons = ['no-chip', 'nfc-off', 'no-passport', 'chip-lost', 'not-saved', 'refused'] as const
export type ShellReason = (typeof reasons)[number]

export type ShellAnswer =
  | { readonly is: 'connected'; readonly connection: number; readonly extendedLength: boolean }
  | { readonly is: 'response'; readonly response: Bytes }
  | { readonly is: 'done' }
  | { readonly is: 'no'; readonly reason: ShellReason }

const offers: readonly ShellOffer[] = ['chips', 'files', 'voice']

/** The first line, which brings the port; undefined where it is no shell's of this version. */
export function parseGreeting(said: unknown): ReadonlySet<ShellOffer> | undefined {
  const words = typeof said === 'string' ? said.split(' ') : []
  if (words[0] !== 'mitid-shell' || words[1] !== '1') return undefined
  return new Set(offers.filter((offer) => words.includes(offer, 2)))
}

export function writeCall(number: number, call: ShellCall): string {
  return [String(number), call.do, ...argumentsOf(call)].join(' ')
}

function argumentsOf(call: ShellCall): readonly string[] {
  switch (call.do) {
    case 'connect':
    case 'hush':
      return []
    case 'transceive':
      return [String(call.connection), base64url(call.command)]
    case 'save':
      return [call.name, base64url(utf8(call.content))]
    case 'say':
      return [call.language, base64url(utf8(call.sentence))]
  }
}

type Answered = { readonly call: number; readonly answer: ShellAnswer }

const number = /^[1-9]\d{0,8}$/u

/** Undefined where it is no answer to anything. */
export function parseAnswer(said: unknown): Answered | undefined {
  const [call = '', is = '', ...rest] = typeof said === 'string' ? said.split(' ') : []
  if (!number.test(call) || !Object.hasOwn(readings, is)) return undefined
  const answer = readings[is as ShellAnswer['is']](rest)
  return answer && { call: Number(call), answer }
}

type Reading = (rest: readonly string[]) => ShellAnswer | undefined

const readings: Readonly<Record<ShellAnswer['is'], Reading>> = {
  connected([connection = '', length = '', ...more]) {
    if (!number.test(connection) || !/^(?:extended|short)$/u.test(length) || more.length > 0)
      return undefined
    const extendedLength = length === 'extended'
    return { is: 'connected', connection: Number(connection), extendedLength }
  },
  response([text = '', ...more]) {
    const response = more.length > 0 ? undefined : fromBase64url(text)
    // Every response ends in two bytes of status (ISO/IEC 7816-4 §5.1).
    return response && response.length >= 2 ? { is: 'response', response } : undefined
  },
  done: (rest) => (rest.length > 0 ? undefined : { is: 'done' }),
  no([said, ...more]) {
    const reason = reasons.find((one) => one === said)
    return reason && more.length === 0 ? { is: 'no', reason } : undefined
  },
}
