/** Runs the drawer of passports; the only reader of its environment. See the README for each name. */
import { keepIn, neededSettings, readAssets, runSite } from '@open-mitid/ui/site'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { foundCountry } from './country.ts'
import { openDrawer } from './drawer.ts'
import { Holder } from './holder.ts'
import { portraitsIn } from './portrait.ts'
import { virtualReader } from './virtual-reader.ts'
import { passportWeb } from './web.ts'

const { PORT = '3011', ORIGIN, APP_ORIGIN, DATA_FOLDER, VPCD_PORT } = process.env
const { HOLDERS_FILE } = neededSettings('HOLDERS_FILE')
const origin = ORIGIN ?? `http://localhost:${PORT}`
const holders = z.array(Holder).parse(JSON.parse(readFileSync(HOLDERS_FILE, 'utf8')))

const kept = keepIn({
  folder: DATA_FOLDER,
  name: 'country.json',
  parse: (value) => z.strictObject({ seed: z.string(), founded: z.string() }).parse(value),
  first: { seed: randomBytes(32).toString('base64url'), founded: new Date().toISOString() },
})
kept.write(kept.read())
const seed = Buffer.from(kept.read().seed, 'base64url')
const country = foundCountry(seed, new Date(kept.read().founded))
const assets = readAssets(join(import.meta.dirname, 'client'))
const portraits = portraitsIn(assets, holders)
const drawer = openDrawer({ country, seed, holders, portraitOf: portraits.photoOf })

// What an operator imports lies in files, as a state hands it out.
if (DATA_FOLDER !== undefined) {
  const folder = join(DATA_FOLDER, 'published')
  mkdirSync(folder, { recursive: true })
  const { masterList, publisher, revocationList } = country.publish(new Date())
  writeFileSync(join(folder, 'utopia.ml'), masterList)
  writeFileSync(join(folder, 'utopia.cer'), publisher)
  writeFileSync(join(folder, 'utopia.crl'), revocationList)
}

const web = passportWeb({
  origin: () => origin,
  appOrigin: APP_ORIGIN,
  assets,
  drawer,
  reader:
    VPCD_PORT === undefined
      ? undefined
      : virtualReader({ host: '127.0.0.1', port: Number(VPCD_PORT) }),
  faceOf: portraits.faceOf,
})
await runSite(web, { port: Number(PORT), origin })
