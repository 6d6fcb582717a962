/** `DeviceStock` on PostgreSQL. */
import { sql } from 'kysely'
import type { DeviceKind, DeviceStock, SerialNumber } from '@open-mitid/identity/authenticator'
import { emptyChain } from '@open-mitid/identity/ledger'
import type { Bytes, Instant } from '@open-mitid/kernel'
import type { Database } from '../database.ts'
import { ledgerParts } from '../ledger/index.ts'
import { statement } from '../statement.ts'
import { together } from '../together.ts'
import { seal, type Vault } from '../vault/index.ts'
import { stockSeedPlace } from './code-device-row.ts'

const insertDevices = statement<
  {
    serial: string[]
    kind: string[]
    algorithm: string[]
    digest: string[]
    digits: number[]
    period: (number | null)[]
    counter: number[]
    seed: Bytes[]
  },
  { serial: SerialNumber }
>(
  'insert-stock-devices',
  (p) => sql`
    insert into mitid.stock_device (serial, kind, algorithm, digest, digits, period, counter, seed,
      imported_at)
    select came.*, mitid.now()
    from unnest(${p.serial}::text[], ${p.kind}::text[], ${p.algorithm}::text[],
      ${p.digest}::text[], ${p.digits}::smallint[], ${p.period}::int[], ${p.counter}::bigint[],
      ${p.seed}::bytea[]) as came
    on conflict do nothing returning serial
  `,
)
const countStock = statement<object, { kind: DeviceKind; free: number; waiting: number }>(
  'count-stock',
  () => sql`
    select kinds.kind,
      (select count(*)::int from mitid.stock_device as free
        where free.kind = kinds.kind and free.seed is not null) as free,
      (select count(*)::int from mitid.code_device as ordered
        where ordered.kind = kinds.kind and ordered.state = 'ordered') as waiting
    from (values ('code-display'), ('audio-reader')) as kinds (kind)
  `,
)

/** Held until the end of the transaction, so that nobody comes between. */
const holdSystemChain = statement<object, { now: Instant; n: number | null; head: Bytes | null }>(
  'hold-system-chain',
  () => sql`
    with held as (select n, head from mitid.chain where subject = 'system' for update)
    select mitid.now() as now, held.n, held.head
    from (select 1) as always left join held on true
  `,
)

export function postgresDeviceStock(db: Database, vault: Vault): DeviceStock {
  return {
    receive: (deliver) =>
      db.transaction((transaction) =>
        deliver({
          async add(devices) {
            const kept = await transaction.rows(insertDevices, {
              serial: devices.map(({ serial }) => serial),
              kind: devices.map(({ kind }) => kind),
              algorithm: devices.map(({ otp }) => otp.algorithm),
              digest: devices.map(({ otp }) => otp.digest),
              digits: devices.map(({ otp }) => otp.digits),
              period: devices.map(({ otp }) => (otp.algorithm === 'TOTP' ? otp.period : null)),
              counter: devices.map(({ counter }) => counter),
              seed: devices.map(({ serial, seed: clear }) =>
                seal(vault.system, stockSeedPlace(serial), clear),
              ),
            })
            const added = new Set(kept.map(({ serial }) => serial))
            return devices.map(({ serial }) => serial).filter((serial) => !added.has(serial))
          },
          async close(eventsAfter) {
            const held = await transaction.first(holdSystemChain, {})
            if (!held) throw new Error('a query without conditions gave no row')
            const { now, n, head } = held
            const chain =
              n === null || !head ? emptyChain('system') : { subject: 'system' as const, n, head }
            const events = eventsAfter(chain, now)
            const written = await together(transaction, ledgerParts(events, vault.system))
            if (!written.ok) throw new Error('the end of the system’s chain was held, and moved')
          },
        }),
      ),

    async count() {
      const rows = await db.rows(countStock, {})
      const of = (kind: DeviceKind) => {
        const row = rows.find((each) => each.kind === kind)
        return { free: row?.free ?? 0, waiting: row?.waiting ?? 0 }
      }
      return { 'code-display': of('code-display'), 'audio-reader': of('audio-reader') }
    },
  }
}
