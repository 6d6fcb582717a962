/** What browsers load, packed when it is built, so that no server does it at its start. */
import { readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

/** The others, such as fonts and pictures, are packed already. */
const packable = /\.(?:html|js|css|json|webmanifest|svg|wav|bin)$/u

/** Lays `NAME.br` and `NAME.gz` beside each file of the folder that gains by it. */
export async function pack(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => packable.test(name)).map((name) => join(folder, name))
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path)
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes))
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes))
    }),
  )
}
