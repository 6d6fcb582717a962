/** A phone on the stand-in of a server, as tests hold it. */
import type { Result } from '@open-mitid/kernel'
import { openPhone, serverClock, type Phone } from '../core/index.ts'
import { memoryStore, type MemoryStore } from './memory-store.ts'
import { app, codes, random, type StandIn } from './stand-in.ts'

export const pin = '271934'

export function phoneOn(server: StandIn, store: MemoryStore = memoryStore()): Phone {
  const line = { app, fetch: server.fetch, random, clock: serverClock(() => Date.now() / 1000) }
  return openPhone(store, line, 'test')
}

/** An active profile; answers its local id. */
export async function activated(phone: Phone): Promise<string> {
  const { id } = valueOf(await phone.open(codes.first, 'Anna'))
  valueOf(await phone.confirmSecond(id, codes.second))
  valueOf(await phone.finish(id, pin))
  return id
}

export function valueOf<Value>(result: Result<Value, { readonly kind: string }>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`)
  return result.value
}
