/** The port to the services that are connected. */
import type { Instant, Result } from '@open-mitid/kernel'
import type { AppendedEvents, ChainHead } from '../ledger/index.ts'
import type { Client, ClientId, Organisation } from './client.ts'

/** What a registration meets, and the time by the database's clock. */
export type Surroundings = {
  readonly now: Instant
  readonly client: Client | undefined
  /** The organisation of that name, with the end of its chain. */
  readonly organisation: Organisation | undefined
  readonly chain: ChainHead | undefined
}

export type Services = {
  look(wanted: { id: ClientId; organisation: string }): Promise<Surroundings>
  find(id: ClientId): Promise<Client | undefined>
  /** Writes the client, its organisation where that is new, and the event, all or nothing. */
  add(client: Client, events: AppendedEvents): Promise<Result<undefined, { kind: 'lost' }>>
  replace(client: Client, events: AppendedEvents): Promise<Result<undefined, { kind: 'lost' }>>
}
