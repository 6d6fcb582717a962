/** Calls about a passport, made before there is a profile: no proof of an app goes with them. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import type { PassportCallRefusal, PassportCalls, PassportPath } from '@open-mitid/protocol'
import { Unreachable, type Line } from '../exchange.ts'

/** Files of a chip are many kilobytes, and the network of a phone may be slow. */
const patience = 60_000

export async function passportCall<Path extends PassportPath>(
  { app, fetch }: Line,
  path: Path,
  request: PassportCalls[Path]['request'],
): Promise<Result<PassportCalls[Path]['answer'], PassportCallRefusal>> {
  const body: unknown = await post(fetch, `${app}${path}`, JSON.stringify(request))
  if (typeof body !== 'object' || body === null)
    throw new Unreachable('the answer is none of our server')
  if (!('kind' in body)) return accept(body as PassportCalls[Path]['answer'])
  if (body.kind === 'fault') throw new Unreachable('the server has a fault')
  return refuse(body as PassportCallRefusal)
}

async function post(fetch: Line['fetch'], url: string, body: string): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    return await response.json()
  } catch (cause) {
    throw new Unreachable('the server did not answer', { cause })
  }
}
