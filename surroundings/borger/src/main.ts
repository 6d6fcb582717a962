/** Runs Borger; the only reader of its environment. */
import process from 'node:process'
import { borger } from './borger.ts'

const { PORT = '3005', ORIGIN, ISSUER, CLIENT_SECRET } = process.env
if (ISSUER === undefined || CLIENT_SECRET === undefined) {
  process.stderr.write('ISSUER and CLIENT_SECRET must be set.\n')
  process.exit(2)
}
const origin = ORIGIN ?? `http://localhost:${PORT}`
const web = borger({ origin, issuer: new URL(ISSUER), clientSecret: CLIENT_SECRET })
await web.listen({ port: Number(PORT), host: '127.0.0.1' })
process.stdout.write(`${JSON.stringify({ ready: true, origin })}\n`)
// The last is the end of a parent that started this with a channel.
for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
  process.once(end, () => void web.close().then(() => process.exit(0)))
