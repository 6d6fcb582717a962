/** Services as they were read a moment ago: each request of a sign-in needs its service. */
import type { Client, ClientId } from '@open-mitid/identity/service'
import { forgetOldest } from '@open-mitid/kernel'

type FindClient = (id: ClientId) => Promise<Client | undefined>

/** How long a change made elsewhere may go unseen. */
const lifeMs = 5_000
const most = 1_000

/** Misses are not kept, so a service works as soon as it is registered. */
export function cachedClients(find: FindClient): FindClient {
  const kept = new Map<ClientId, { client: Client; until: number }>()
  return async (id) => {
    const known = kept.get(id)
    const now = performance.now()
    if (known && now < known.until) return known.client
    const client = await find(id)
    kept.delete(id)
    if (!client) return undefined
    kept.set(id, { client, until: now + lifeMs })
    forgetOldest(kept, most)
    return client
  }
}
