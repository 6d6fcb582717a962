/**
 * The ways that a person can choose on the page: those into the app, each of which makes a flow of
 * the same name, and the one without it, a code device.
 */
import type { Flow } from '@open-mitid/protocol'

export type Way = Flow | 'device'

/** In the order in which they are offered. */
export const ways = ['same', 'qr', 'code', 'device'] as const satisfies readonly Way[]

export function parseWay(value: unknown): Way | undefined {
  return ways.find((way) => way === value)
}

/** What suits the device, by what its browser says of itself; the page's script knows better. */
export function deviceWay(headers: Readonly<Record<string, unknown>>): Way {
  const hint = headers['sec-ch-ua-mobile']
  if (hint === '?1') return 'same'
  const agent = headers['user-agent']
  return typeof agent === 'string' && /Mobi|Android|iPhone|iPad/u.test(agent) ? 'same' : 'qr'
}
