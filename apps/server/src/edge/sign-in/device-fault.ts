/** What went wrong with a password or a code, as the page is asked to say it. */
import type { Instant, Seconds } from '@open-mitid/kernel'
import { formatTime, formatWait, type Language } from '@open-mitid/ui/wording'
import { deviceWords } from './words/device-words.ts'

/** No other password or code helps here: the person has something else to do first. */
export type ClosedWay = 'blocked' | 'no-device' | 'suspended'

export type DeviceFault =
  | { readonly kind: 'empty' | 'app-only' | 'browser-unseen' | 'busy' | ClosedWay }
  /** How often in this page: after the second, tips are given. */
  | { readonly kind: 'wrong'; readonly times: number }
  | { readonly kind: 'wait'; readonly seconds: Seconds; readonly times: number }
  | { readonly kind: 'code-empty' }
  | { readonly kind: 'code-wrong'; readonly left: number }
  | { readonly kind: 'code-wait'; readonly until: Instant }

export function closedWay(fault: DeviceFault | undefined): ClosedWay | undefined {
  switch (fault?.kind) {
    case 'blocked':
    case 'no-device':
    case 'suspended':
      return fault.kind
    default:
      return undefined
  }
}

/** Undefined for what is no matter of a field. */
export function faultText(language: Language, fault: DeviceFault): string | undefined {
  const words = deviceWords[language].fault
  switch (fault.kind) {
    case 'wait':
      return words.wait(formatWait(fault.seconds, language))
    case 'code-wrong':
      return words['code-wrong'](fault.left)
    case 'blocked':
    case 'no-device':
    case 'suspended':
      return undefined
    case 'code-wait':
      return words['code-wait'](formatTime(new Date(fault.until * 1000), language))
    default:
      return words[fault.kind]
  }
}

export function failures(fault: DeviceFault | undefined): number {
  return fault && 'times' in fault ? fault.times : 0
}

const mostTimes = 99

/**
 * The page tells what its own script saw: only a browser with the right password can know that it
 * is right. It decides nothing but words.
 */
export function readFault(query: Readonly<Record<string, unknown>>): DeviceFault | undefined {
  const times = whole(query['times'], mostTimes)
  switch (query['fault']) {
    case 'empty':
    case 'code-empty':
    case 'busy':
      return { kind: query['fault'] }
    case 'wrong':
      return { kind: 'wrong', times }
    case 'wait':
      return { kind: 'wait', seconds: Math.max(1, whole(query['seconds'], 60)), times }
    default:
      return undefined
  }
}

function whole(text: unknown, most: number): number {
  const number = typeof text === 'string' && /^\d{1,4}$/u.test(text) ? Number(text) : 0
  return Math.min(number, most)
}
