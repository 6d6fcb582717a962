/** Runs Borger; the only reader of its environment. */
import { neededSettings, runSite } from '@open-mitid/ui/site'
import process from 'node:process'
import { borger } from './borger.ts'

const { PORT = '3005', ORIGIN } = process.env
const { ISSUER, CLIENT_SECRET } = neededSettings('ISSUER', 'CLIENT_SECRET')
const origin = ORIGIN ?? `http://localhost:${PORT}`
const web = borger({ origin, issuer: new URL(ISSUER), clientSecret: CLIENT_SECRET })
await runSite(web, { port: Number(PORT), origin })
