/** Runs NemID; the only reader of its environment. See the README for each name. */
import { createPrivateKey, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { neededSettings, openFaults, readAssets, runSite } from '@open-mitid/ui/site'
import { z } from 'zod'
import { lies } from './assertion.ts'
import { Holder } from './holder.ts'
import { openNemid } from './nemid.ts'
import { nemidWeb } from './web.ts'

const { PORT = '3008', ORIGIN, DATA_FOLDER } = process.env
const needed = neededSettings('CLIENT_ID', 'CLIENT_SECRET', 'SIGNING_KEY_FILE', 'HOLDERS_FILE')
const origin = ORIGIN ?? `http://localhost:${PORT}`
const jsonIn = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const { kid, ...key } = z.looseObject({ kid: z.string() }).parse(jsonIn(needed.SIGNING_KEY_FILE))
const now = Date.now
const nemid = openNemid({
  holders: z.array(Holder).parse(jsonIn(needed.HOLDERS_FILE)),
  folder: DATA_FOLDER,
  random: (length) => Uint8Array.from(randomBytes(length)),
  now,
})
const web = nemidWeb({
  origin: () => origin,
  nemid,
  faults: openFaults(lies),
  issuer: {
    issuer: origin,
    audience: needed.CLIENT_ID,
    kid,
    key: createPrivateKey({ key, format: 'jwk' }),
  },
  token: needed.CLIENT_SECRET,
  assets: readAssets(join(import.meta.dirname, 'client')),
  slowMilliseconds: 30_000,
  now,
})
await runSite(web, { port: Number(PORT), origin })
