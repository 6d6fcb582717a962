/** `npm start`: builds what is stale, opens the database, and runs the whole country until it ends. */
import { openCluster } from '@open-mitid/postgres/cluster'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build } from './build.ts'
import { root } from './fingerprint.ts'

await build({ tell: (folder) => process.stderr.write(`Building ${folder}\n`) })

const given = process.env['DATABASE_URL']
const cluster =
  given === undefined || given === ''
    ? await openCluster({ folder: join(root, '.data/postgres'), purpose: 'kept' })
    : undefined
if (cluster) process.env['DATABASE_URL'] = cluster.url
try {
  const main = join(root, 'apps/sandbox/dist/main.js')
  process.argv[1] = main
  await import(pathToFileURL(main).href)
} finally {
  await cluster?.close()
}
