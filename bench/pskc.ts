/** A delivery of 100,000 code devices, from the factory's seed file into stock, by the operator's command. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { openMitid } from '../apps/sandbox/src/command.ts'
import { deliver } from '../surroundings/code-device/src/factory/deliver.ts'
import { makeDevices } from '../surroundings/code-device/src/factory/make-devices.ts'
import { openBenchDatabase } from './installation/database.ts'
import { dataFolder, root } from './installation/places.ts'
import { memoryOf } from './measure/processes.ts'
import type { Findings } from './measure/report.ts'

const counts = { 'code-display': 70_000, 'audio-reader': 30_000 }
const script = join(root, 'apps/server/command/mitid.ts')
const everyMs = 200

export async function measurePskc(): Promise<Findings> {
  await mkdir(dataFolder, { recursive: true })
  const folder = await mkdtemp(join(dataFolder, 'pskc-'))
  const database = await openBenchDatabase()
  const env = {
    MITID_ENV: 'test',
    DATABASE_URL: database.url,
    MITID_KEYS: join(folder, 'keys'),
  }
  const mitid = openMitid(script, env)
  try {
    const [seedFile, keyFile] = [join(folder, 'delivery.xml'), join(folder, 'delivery.key')]
    await deliver(makeDevices({ first: 1, counts }), { seedFile, keyFile })
    await mitid('migrate')
    const taken = await run(['import-devices', seedFile, '--key-file', keyFile], env)
    if (taken.code !== 0) throw new Error('the delivery was not taken')
    const again = await run(['import-devices', seedFile, '--key-file', keyFile], env)
    if (again.code !== 1) throw new Error('the same delivery was taken twice')
    const stock = (await mitid('show-devices')) as Record<string, { free: number }>
    const free = Object.values(stock).reduce((sum, kind) => sum + kind.free, 0)
    return {
      figures: [
        { name: 'import', value: taken.seconds, unit: 's', target: { atMost: 60 } },
        { name: 'devices in stock', value: free, unit: '', target: { atLeast: 100_000 } },
        { name: 'most memory of the command', value: taken.mebibytes, unit: 'MiB' },
        { name: 'the same again, refused', value: again.seconds, unit: 's' },
      ],
      conditions: {
        file: `${Math.round((await stat(seedFile)).size / 2 ** 20)} MiB; AES-256-CBC, HMAC-SHA-256`,
        import: 'the whole command, from its start to its end; PostgreSQL with fsync',
      },
    }
  } finally {
    await mitid.close()
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** How long it took, how it ended, and the most memory that it was seen to hold. */
async function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const from = performance.now()
  const child = spawn(process.execPath, [script, ...args, '--json'], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  let most = 0
  const look = setInterval(() => {
    try {
      most = Math.max(most, memoryOf(child.pid ?? 0))
    } catch {
      // It has just ended.
    }
  }, everyMs)
  const [code] = (await once(child, 'exit')) as [number | null]
  clearInterval(look)
  return { code, seconds: (performance.now() - from) / 1000, mebibytes: most / 2 ** 20 }
}
