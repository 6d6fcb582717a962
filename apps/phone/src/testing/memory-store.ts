/** A phone's storage for the length of a test; `copy` is what a thief of the whole storage has. */
import type { PhoneStore, StoredProfile } from '../core/index.ts'

export type MemoryStore = PhoneStore & { readonly copy: () => MemoryStore }

export function memoryStore(held: ReadonlyMap<string, StoredProfile> = new Map()): MemoryStore {
  const profiles = new Map(held)
  const turns = new Map<string, Promise<unknown>>()
  return {
    extractableKeys: true,
    list: () => Promise.resolve([...profiles.values()]),
    read: (id) => Promise.resolve(profiles.get(id)),
    write(profile) {
      profiles.set(profile.id, profile)
      return Promise.resolve()
    },
    remove(id) {
      profiles.delete(id)
      return Promise.resolve()
    },
    alone(name, work) {
      const turn = (turns.get(name) ?? Promise.resolve()).then(work, work)
      turns.set(name, turn)
      return turn
    },
    copy: () => memoryStore(profiles),
  }
}
