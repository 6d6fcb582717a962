/**
 * A way by passport that was left and can be taken up again: the secret that opens what was proved,
 * sealed by a key that cannot be read out. No image and nothing of the passport is kept.
 */
import { fromUtf8, utf8, type Bytes } from '@open-mitid/kernel'
import { openDB, type DBSchema } from 'idb'
import type { Again } from '../app/passport-step.ts'

export type KeptWay = { readonly proof: string; readonly again?: Again | undefined }

export type WayKeeper = {
  read(): Promise<KeptWay | undefined>
  keep(way: KeptWay): Promise<void>
  drop(): Promise<void>
}

type Sealed = { readonly key: CryptoKey; readonly iv: Bytes; readonly sealed: Bytes }
type Schema = DBSchema & { ways: { key: string; value: Sealed } }

const only = 'passport'
const aes = { name: 'AES-GCM', length: 256 }

export async function wayKeeper(
  random: (length: number) => Bytes,
  name = 'mitid-way',
): Promise<WayKeeper> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore('ways')
    },
  })
  database.addEventListener('versionchange', () => {
    database.close()
  })
  return {
    async read() {
      const kept = await database.get('ways', only)
      if (!kept) return undefined
      const { key, iv, sealed } = kept
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
      return JSON.parse(fromUtf8(new Uint8Array(plain)) ?? '') as KeptWay
    },
    async keep(way) {
      const key = await crypto.subtle.generateKey(aes, false, ['encrypt', 'decrypt'])
      const iv = random(12)
      const plain = utf8(JSON.stringify(way))
      const sealed = new Uint8Array(
        await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain),
      )
      await database.put('ways', { key, iv, sealed }, only)
    },
    drop: () => database.delete('ways', only),
  }
}
