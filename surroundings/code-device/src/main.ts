/** Runs the code devices; the only reader of its environment. See the README for each name. */
import { neededSettings, runSite } from '@open-mitid/ui/site'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { deliver } from './factory/deliver.ts'
import { makeDevices } from './factory/make-devices.ts'
import { openShelf } from './shelf.ts'
import { deviceWeb } from './web.ts'

const { PORT = '3010', ORIGIN } = process.env
const { DATA_FOLDER } = neededSettings('DATA_FOLDER')
const origin = ORIGIN ?? `http://localhost:${PORT}`

/** What a first start delivers: enough for everybody in the sandbox, many times. */
const counts = { 'code-display': 120, 'audio-reader': 80 }

await mkdir(DATA_FOLDER, { recursive: true, mode: 0o700 })
const shelf = openShelf(DATA_FOLDER, () => makeDevices({ first: 1, counts }))
const delivery = {
  seedFile: join(DATA_FOLDER, 'delivery.xml'),
  keyFile: join(DATA_FOLDER, 'delivery.key'),
}
if (!existsSync(delivery.seedFile)) await deliver(shelf.devices, delivery)
const web = deviceWeb({
  origin,
  shelf,
  assetFolder: join(import.meta.dirname, 'client'),
  now: () => Date.now() / 1000,
})
await runSite(web, { port: Number(PORT), origin })
