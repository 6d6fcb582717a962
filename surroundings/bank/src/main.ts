/** Runs Sundby Bank; the only reader of its environment. */
import { neededSettings, runSite } from '@open-mitid/ui/site'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { bank } from './bank.ts'

const { PORT = '3006', ORIGIN } = process.env
const { ISSUER, CLIENT_KEY_FILE } = neededSettings('ISSUER', 'CLIENT_KEY_FILE')
const origin = ORIGIN ?? `http://localhost:${PORT}`
const key = JSON.parse(await readFile(CLIENT_KEY_FILE, 'utf8')) as JsonWebKey & { kid: string }
const web = bank({ origin, issuer: new URL(ISSUER), key })
await runSite(web, { port: Number(PORT), origin })
