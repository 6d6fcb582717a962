/** `npm start`: builds what is stale, then runs the whole country in this process. */
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build } from './build.ts'
import { root } from './fingerprint.ts'

await build({ tell: (folder) => process.stderr.write(`Building ${folder}\n`) })

const main = join(root, 'apps/sandbox/dist/main.js')
process.argv[1] = main
await import(pathToFileURL(main).href)
