/** The file of an installation without a hardware module: two keys and what they were made for. */
import { randomBytes } from 'node:crypto'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fromBase64url } from '@open-mitid/kernel'
import type { LocalKeys } from '@open-mitid/postgres'

export class KeyFileError extends Error {
  override readonly name = 'KeyFileError'
}

const key = z.string().transform((text, context) => {
  const bytes = fromBase64url(text)
  if (bytes?.length === 32) return bytes
  context.addIssue('must be 32 bytes in base64url')
  return z.NEVER
})
const Content = z.strictObject({
  v: z.literal(1),
  made_for: z.enum(['production', 'development']),
  master: key,
  mac: key,
})

/** Reads the file; undefined where there is none. It must be nobody's but its owner's. */
export async function readKeyFile(folder: string): Promise<LocalKeys | undefined> {
  const path = join(folder, 'keys.json')
  const file = await open(path).catch(ifPresent)
  if (!file) return undefined
  try {
    if (((await file.stat()).mode & 0o077) !== 0)
      throw new KeyFileError(`Others may read ${path}; run: chmod 600 ${path}`)
    const read = Content.safeParse(parseJson(await file.readFile('utf8')))
    if (!read.success) throw new KeyFileError(`${path} is not a key file.`)
    const { made_for: madeFor, master, mac } = read.data
    return { madeFor, master, mac }
  } finally {
    await file.close()
  }
}

/** Makes the file, whole or not at all. Of two programs that start at once, the first one's stays. */
export async function makeKeyFile(
  folder: string,
  madeFor: LocalKeys['madeFor'],
): Promise<LocalKeys> {
  const path = join(folder, 'keys.json')
  const draft = join(folder, `keys.${randomBytes(8).toString('hex')}.new`)
  const random = () => randomBytes(32).toString('base64url')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(
      `${JSON.stringify({ v: 1, made_for: madeFor, master: random(), mac: random() }, null, 2)}\n`,
    )
    await file.sync()
  } finally {
    await file.close()
  }
  await link(draft, path).catch((fault: unknown) => {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
  })
  await rm(draft)
  const made = await readKeyFile(folder)
  if (!made) throw new KeyFileError(`${path} was made and is gone.`)
  return made
}

function ifPresent(fault: unknown): undefined {
  if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw fault
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
