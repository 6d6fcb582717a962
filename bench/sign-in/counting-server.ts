/** The built server with a counter on its way to the database and on every signature. */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { Trip } from '@open-mitid/postgres'
import { readConfig, type Config } from '../../apps/server/src/config.ts'
import { root } from '../installation/places.ts'
import type { Tally } from './counts.ts'

type Main = {
  readonly startServer: (
    config: Config,
    options: { readonly onTrip: (trip: Trip) => void },
  ) => Promise<{ readonly stop: () => Promise<void> }>
}

const counted = { trips: 0, writes: 0, signatures: 0, checks: 0 }
const statements: Record<string, number> = {}

countSignatures()
const main = pathToFileURL(join(root, 'apps/server/dist/main.js')).href
const { startServer } = (await import(main)) as Main
const server = await startServer(readConfig(process.env), { onTrip: count })
process.on('message', () => {
  process.send?.({ ...counted, statements } satisfies Tally)
})
process.once('SIGTERM', () => {
  server.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
process.stdout.write(`${JSON.stringify({ ready: true })}\n`)

function count({ name, writes }: Trip): void {
  counted.trips += 1
  if (writes) counted.writes += 1
  statements[name] = (statements[name] ?? 0) + 1
}

/** In place before the server is loaded, so that it can import nothing else. */
function countSignatures(): void {
  const { sign, verify } = crypto
  const { subtle } = crypto.webcrypto
  const [subtleSign, subtleVerify] = [subtle.sign.bind(subtle), subtle.verify.bind(subtle)]
  Object.assign(crypto, {
    sign: (...given: readonly unknown[]): unknown => {
      counted.signatures += 1
      return Reflect.apply(sign, crypto, given)
    },
    verify: (...given: readonly unknown[]): unknown => {
      counted.checks += 1
      return Reflect.apply(verify, crypto, given)
    },
  })
  syncBuiltinESMExports()
  Object.defineProperties(subtle, {
    sign: {
      value: (...given: Parameters<typeof subtleSign>) => {
        if (isSignature(given[1])) counted.signatures += 1
        return subtleSign(...given)
      },
    },
    verify: {
      value: (...given: Parameters<typeof subtleVerify>) => {
        if (isSignature(given[1])) counted.checks += 1
        return subtleVerify(...given)
      },
    },
  })
}

/** A MAC (HMAC) is none. */
function isSignature({ type }: { readonly type: string }): boolean {
  return type !== 'secret'
}
