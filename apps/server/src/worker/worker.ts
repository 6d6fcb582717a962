/** The worker: empties the outbox, sends what is ordered, does the jobs, and clears up after them. */
import { sendOrderedDevices } from '@open-mitid/identity/authenticator'
import {
  deliverNotices,
  takeOutbox,
  type Carriers,
  type Imprint,
} from '@open-mitid/identity/notice'
import { takeLetters, type PrintService, type SetLetter } from '@open-mitid/identity/letter'
import type { Random } from '@open-mitid/kernel'
import {
  postgresCodeDevices,
  postgresCodeMessages,
  postgresContactCodes,
  postgresDeliveries,
  postgresLetters,
  postgresNotices,
  postgresOutbox,
  postgresWaitingOwnerLinks,
  type Database,
  type Vault,
} from '@open-mitid/postgres'
import type { Logger } from 'pino'
import { emptyChannel } from './empty-channel.ts'
import { jobs } from './jobs.ts'
import { openQueue } from './queue.ts'
import { repeat } from './repeat.ts'

export type StartWorker = {
  readonly db: Database
  /** The same database: the queue holds connections of its own. */
  readonly url: string
  readonly vault: Vault
  readonly carriers: Carriers
  readonly imprint: Imprint
  /** Where a link to the owner of a user ID leads. */
  readonly ownerPage: string
  readonly setLetter: SetLetter
  readonly printService: PrintService
  /** The pace of notices, of each channel by itself. */
  readonly messagesASecond: number
  readonly random: Random
  readonly log: Logger
  /** What else is to be cleared away from time to time, by name. */
  readonly sweeps?: Readonly<Record<string, () => Promise<void>>>
}

export type Worker = {
  /** Something waits in the outbox: it is looked at now, and not in a second. */
  readonly tell: () => void
  /** Lets the jobs under way end. */
  readonly stop: () => Promise<void>
}

const outboxEveryMs = 1_000
const ordersEveryMs = 2_000
const sweepEveryMs = 60_000

export function startWorker(given: StartWorker): Worker {
  const { db, url, vault, carriers, imprint, ownerPage, setLetter, printService, random, log } =
    given
  const { messagesASecond } = given
  const outbox = postgresOutbox(db)
  const codes = postgresCodeMessages(db, vault)
  const devices = postgresCodeDevices(db, vault)
  const contactCodes = postgresContactCodes(db, vault)
  const ownerLinks = postgresWaitingOwnerLinks(db, vault)
  const deliveries = postgresDeliveries(db, vault)
  const letters = postgresLetters(db, vault)
  const notices = postgresNotices(db, vault)
  const printing = { letters, setLetter, printService }
  const queue = openQueue({
    connectionString: url,
    jobs: jobs({
      notices,
      codes,
      contactCodes,
      ownerLinks,
      ownerPage,
      carriers,
      imprint,
      random,
      ...printing,
    }),
    log,
  })
  const complain = (work: string) => (fault: unknown) => {
    log.error({ err: fault, work }, 'the worker could not do its round')
  }
  const deliver = deliverNotices({ deliveries, carriers, imprint })
  const channels = (['sms', 'email'] as const).map((channel) =>
    repeat(outboxEveryMs, emptyChannel(deliver, channel, messagesASecond), complain(channel)),
  )
  /** What was taken out of it can be delivered at once. */
  const empty = async () => {
    const taken = await takeOutbox({ outbox, random })
    if (taken > 0) for (const channel of channels) channel.now()
  }
  const take = [
    repeat(outboxEveryMs, empty, complain('outbox')),
    repeat(outboxEveryMs, () => takeLetters(letters), complain('letters')),
  ]
  const orders = repeat(
    ordersEveryMs,
    () => sendOrderedDevices({ devices, mac: vault.mac, random }),
    complain('orders'),
  )
  const sweeps = Object.entries({
    codes: () => codes.removeEnded(),
    contactCodes: () => contactCodes.removeEnded(),
    ...given.sweeps,
  }).map(([name, sweep]) => repeat(sweepEveryMs, sweep, complain(name)))
  return {
    tell: () => {
      for (const round of take) round.now()
    },
    async stop() {
      await Promise.all([...take, ...channels, orders, ...sweeps].map((round) => round.stop()))
      await queue.stop()
    },
  }
}
