/** Runs the post office; the only reader of its environment. See the README for each name. */
import { join } from 'node:path'
import { openPost } from './post.ts'

const { env } = process
const port = portFrom('PORT', 3007)

const post = await openPost({
  host: env['HOST'] ?? '127.0.0.1',
  port,
  smtpPort: portFrom('SMTP_PORT', port + 18),
  smppPort: portFrom('SMPP_PORT', port + 19),
  origin: env['ORIGIN'],
  dataFolder: env['DATA_FOLDER'],
  assetFolder: join(import.meta.dirname, 'client'),
  slowMilliseconds: 5_000,
  now: () => new Date(),
})

// The last is the end of a parent that started this with a channel.
for (const end of ['SIGTERM', 'SIGINT', 'disconnect'] as const)
  process.once(end, () => void post.close().then(() => process.exit(0)))

const { origin, smtpPort, smppPort } = post
process.stdout.write(`${JSON.stringify({ ready: true, origin, smtpPort, smppPort })}\n`)

function portFrom(name: string, otherwise: number): number {
  const value = env[name]
  if (value === undefined || value === '') return otherwise
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`${name} must be a port number (0-65535), not "${value}"`)
}
