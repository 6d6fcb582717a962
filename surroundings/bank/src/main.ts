/** Runs Sundby Bank; the only reader of its environment. */
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { bank } from './bank.ts'

const { PORT = '3006', ORIGIN, ISSUER, CLIENT_KEY_FILE } = process.env
if (ISSUER === undefined || CLIENT_KEY_FILE === undefined) {
  process.stderr.write('ISSUER and CLIENT_KEY_FILE must be set.\n')
  process.exit(2)
}
const origin = ORIGIN ?? `http://localhost:${PORT}`
const key = JSON.parse(await readFile(CLIENT_KEY_FILE, 'utf8')) as JsonWebKey & { kid: string }
const web = bank({ origin, issuer: new URL(ISSUER), key })
await web.listen({ port: Number(PORT), host: '127.0.0.1' })
process.stdout.write(`${JSON.stringify({ ready: true, origin })}\n`)
// The last is the end of a parent that started this with a channel.
for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
  process.once(end, () => void web.close().then(() => process.exit(0)))
