/** A phone's storage in the browser: keys that cannot be read out, all else sealed by one of them. */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { PhoneStore, StoredProfile } from '../core/store.ts'

type Schema = DBSchema & { profiles: { key: string; value: StoredProfile } }

export async function indexedDbStore(name = 'mitid-phone'): Promise<PhoneStore> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(opened) {
      opened.createObjectStore('profiles', { keyPath: 'id' })
    },
  })
  // A newer version of the app in another window must not wait for this one.
  database.addEventListener('versionchange', () => {
    database.close()
  })
  return {
    extractableKeys: false,
    list: () => database.getAll('profiles'),
    read: (id) => database.get('profiles', id),
    write: (profile) => change(database, (profiles) => profiles.put(profile)),
    remove: (id) => change(database, (profiles) => profiles.delete(id)),
    alone: async (id, work) => await navigator.locks.request(`mitid-phone ${id}`, work),
  }
}

type Profiles = {
  put(profile: StoredProfile): Promise<unknown>
  delete(id: string): Promise<void>
}

/** Strict durability: the answer comes when the disk has it (Indexed Database API 3.0 §4.9). */
async function change(
  database: IDBPDatabase<Schema>,
  work: (profiles: Profiles) => Promise<unknown>,
): Promise<void> {
  const transaction = database.transaction('profiles', 'readwrite', { durability: 'strict' })
  await Promise.all([work(transaction.store), transaction.done])
}
