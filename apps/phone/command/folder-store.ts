/** A phone's storage as a folder, for a phone without a screen. Keys lie there in clear (0600). */
import { fromBase64url, base64url, type Bytes } from '@open-mitid/kernel'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PhoneStore, StoredProfile } from '../src/core/index.ts'

type Written = {
  readonly device: { readonly public: JsonWebKey; readonly private: JsonWebKey }
  readonly seal: JsonWebKey
  readonly iv: string
  readonly sealed: string
}

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const
const suffix = '.profile.json'

export function folderStore(folder: string): PhoneStore {
  const file = (id: string) => join(folder, `${id}${suffix}`)
  const read = async (id: string): Promise<StoredProfile | undefined> => {
    const text = await readFile(file(id), 'utf8').catch(absent)
    return text === undefined ? undefined : parse(id, JSON.parse(text) as Written)
  }
  return {
    extractableKeys: true,
    read,
    async list() {
      const names = await readdir(folder).catch(absent)
      const ids = (names ?? []).filter((name) => name.endsWith(suffix))
      const found = await Promise.all(ids.sort().map((name) => read(name.slice(0, -suffix.length))))
      return found.filter((profile) => profile !== undefined)
    },
    async write(profile) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeDurably(folder, file(profile.id), JSON.stringify(await written(profile)))
    },
    async remove(id) {
      await rm(file(id), { force: true })
    },
    alone: (name, work) => withLock(folder, join(folder, `${name}.lock`), work),
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function written({ deviceKey, sealKey, memory }: StoredProfile): Promise<Written> {
  return {
    device: {
      public: await crypto.subtle.exportKey('jwk', deviceKey.publicKey),
      private: await crypto.subtle.exportKey('jwk', deviceKey.privateKey),
    },
    seal: await crypto.subtle.exportKey('jwk', sealKey),
    iv: base64url(memory.iv),
    sealed: base64url(memory.sealed),
  }
}

async function parse(id: string, { device, seal, iv, sealed }: Written): Promise<StoredProfile> {
  const key = (jwk: JsonWebKey, use: KeyUsage) =>
    crypto.subtle.importKey('jwk', jwk, ecdsa, true, [use])
  return {
    id,
    deviceKey: {
      publicKey: await key(device.public, 'verify'),
      privateKey: await key(device.private, 'sign'),
    },
    sealKey: await crypto.subtle.importKey('jwk', seal, 'AES-GCM', true, ['encrypt', 'decrypt']),
    memory: { iv: bytes(iv), sealed: bytes(sealed) },
  }
}

function bytes(text: string): Bytes {
  const value = fromBase64url(text)
  if (!value) throw new Error('the profile file is damaged')
  return value
}

/** Writes beside the old file, syncs, and takes its place: a crash leaves the old or the new. */
async function writeDurably(folder: string, path: string, text: string): Promise<void> {
  const beside = `${path}.${randomUUID()}`
  const handle = await open(beside, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(beside, path)
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}

const held = new Map<string, Promise<unknown>>()

/** One holder in this process by a queue, one process by a file that names it. */
async function withLock<Value>(
  folder: string,
  path: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const turn = (held.get(path) ?? Promise.resolve()).then(async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await takeFile(path)
    try {
      return await work()
    } finally {
      await rm(path, { force: true })
    }
  })
  held.set(
    path,
    turn.catch(() => undefined),
  )
  return turn
}

async function takeFile(path: string): Promise<void> {
  const until = performance.now() + 30_000
  for (;;) {
    try {
      const handle = await open(path, 'wx', 0o600)
      await handle.writeFile(String(process.pid))
      await handle.close()
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    const holder = Number(await readFile(path, 'utf8').catch(absent))
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true })
    else if (performance.now() > until)
      throw new Error('another program is using this phone; try again when it has ended')
    else await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
