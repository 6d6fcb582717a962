/** The built server, in which faces are compared, one person after the other, for as long as it is asked to. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dg2File } from '@open-mitid/icao9303/testing'
import { readConfig, type Config } from '../../apps/server/src/config.ts'
import { openFaceMatcher } from '../../apps/server/src/outbound/face/index.ts'
import { root } from '../installation/places.ts'
import { portrait } from './portrait.ts'

type Main = {
  readonly startServer: (config: Config) => Promise<{ readonly stop: () => Promise<void> }>
}

const main = pathToFileURL(join(root, 'apps/server/dist/main.js')).href
const { startServer } = (await import(main)) as Main
const server = await startServer(readConfig(process.env))
const matcher = openFaceMatcher()
const picture = Uint8Array.from(readFileSync(portrait))
const dg2 = dg2File(picture)
let wanted = false
let working: Promise<number> = Promise.resolve(0)

/** `begin`, and `end`, which answers how many people have been compared. */
process.on('message', (message) => {
  wanted = message === 'begin'
  if (wanted) {
    working = compare()
    process.send?.({ people: 0 })
  } else void working.then((people) => process.send?.({ people }))
})

async function compare(): Promise<number> {
  let people = 0
  while (wanted) {
    const measured = await matcher.measure(dg2, [picture, picture, picture, picture])
    if (!measured.ok) throw new Error(measured.refusal.kind)
    people += 1
  }
  return people
}

process.once('SIGTERM', () => {
  Promise.all([server.stop(), matcher.close()]).then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
process.stdout.write(`${JSON.stringify({ ready: true })}\n`)
