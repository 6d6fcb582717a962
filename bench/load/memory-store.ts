/** A phone's storage in memory: what a disk costs is the phone's business, not the server's. */
import type { PhoneStore, StoredProfile } from '@open-mitid/phone/core'

export function memoryStore(): PhoneStore {
  const profiles = new Map<string, StoredProfile>()
  const turns = new Map<string, Promise<unknown>>()
  return {
    extractableKeys: false,
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
      const turn = (turns.get(name) ?? Promise.resolve()).then(work)
      turns.set(
        name,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}
