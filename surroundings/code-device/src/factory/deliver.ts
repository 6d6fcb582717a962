/** One delivery: devices on the shelf, and the seed file and its key for whoever ordered them. */
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Device } from '../device.ts'
import { writeSeedFile } from './write-seed-file.ts'

export type Delivery = { readonly seedFile: string; readonly keyFile: string }

export async function deliver(devices: Iterable<Device>, { seedFile, keyFile }: Delivery) {
  const key = randomBytes(32)
  await writeFile(keyFile, `${key.toString('hex')}\n`, { mode: 0o600 })
  const out = createWriteStream(seedFile, { mode: 0o600 })
  await pipeline(Readable.from(writeSeedFile(devices, key)), out)
}
