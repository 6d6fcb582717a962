/** Runs the register; the only reader of its environment. See the README for each name. */
import { neededSettings, openFaults, readAssets, runSite } from '@open-mitid/ui/site'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { lies } from './api.ts'
import { Entry } from './entry.ts'
import { openRegister } from './register.ts'
import { registerWeb } from './web.ts'

const { PORT = '3009', ORIGIN, DATA_FOLDER } = process.env
const { TOKEN, PERSONS_FILE } = neededSettings('TOKEN', 'PERSONS_FILE')
const origin = ORIGIN ?? `http://localhost:${PORT}`
const entries = z.array(Entry).parse(JSON.parse(readFileSync(PERSONS_FILE, 'utf8')))
const web = registerWeb({
  origin: () => origin,
  register: openRegister({ entries, folder: DATA_FOLDER }),
  faults: openFaults(lies),
  token: TOKEN,
  assets: readAssets(join(import.meta.dirname, 'client')),
  slowMilliseconds: 30_000,
  now: () => new Date(),
})
await runSite(web, { port: Number(PORT), origin })
