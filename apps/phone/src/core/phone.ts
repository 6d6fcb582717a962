/** The app without a screen: everything that a person does with it, for whatever draws it. */
import { activation } from './activation.ts'
import { approvals } from './approvals.ts'
import { calls, type Line } from './calls.ts'
import { openMemory, sealMemory, type ProfileMemory } from './memory.ts'
import type { PhoneStore } from './store.ts'

export type Phone = ReturnType<typeof openPhone>

/** What may be shown of a profile before its PIN: the name its person gave it, and its stage. */
export type ProfileView = { readonly id: string } & Pick<ProfileMemory, 'nickname' | 'stage'> & {
    readonly memory: ProfileMemory
  }

export function openPhone(store: PhoneStore, line: Line, appVersion: string) {
  const talking = calls(store, line)
  const approving = approvals(store, line, talking, appVersion)
  return {
    ...approving,
    ...activation(store, line, talking, approving.provePin, appVersion),
    catchUp: talking.catchUp,

    async profiles(): Promise<readonly ProfileView[]> {
      const stored = await store.list()
      return Promise.all(
        stored.map(async (profile) => {
          const memory = await openMemory(profile)
          return { id: profile.id, nickname: memory.nickname, stage: memory.stage, memory }
        }),
      )
    },

    /** The name stays on the phone: it is not told to the server. */
    rename: (id: string, nickname: string) =>
      store.alone(id, async () => {
        const stored = await store.read(id)
        if (!stored) return
        const memory = { ...(await openMemory(stored)), nickname }
        const sealed = await sealMemory(memory, stored.sealKey, line.random(12))
        await store.write({ ...stored, memory: sealed })
      }),

    /** Takes a profile off the phone that is over, or was never finished; asks nobody. */
    forget: (id: string) => store.alone(id, () => store.remove(id)),
  }
}
