/** The app without a screen: everything that a person does with it, for whatever draws it. */
import { activation } from './activation.ts'
import { approvals } from './approvals.ts'
import { calls } from './calls.ts'
import type { Line } from './exchange.ts'
import { openMemory, type EndedWhy, type ProfileMemory, type SecondCodeSent } from './memory.ts'
import { ownHistory } from './own-history.ts'
import { ownWishes } from './own-wishes.ts'
import { loadOpaque } from './pin-proof.ts'
import { profiles } from './profiles.ts'
import type { PhoneStore, StoredProfile } from './store.ts'
import { trust } from './trust.ts'
import { upkeep } from './upkeep.ts'

export type Phone = ReturnType<typeof openPhone>

/** What may be shown of a profile before its PIN: the name its person gave it, and its stage. */
export type ProfileView = { readonly id: string; readonly nickname: string } & (
  | { readonly stage: 'opening' | 'pin' }
  | { readonly stage: 'second-code'; readonly second: SecondCodeSent }
  | { readonly stage: 'active'; readonly forked: boolean }
  | { readonly stage: 'ended'; readonly why: EndedWhy }
)

export function openPhone(store: PhoneStore, line: Line, appVersion: string) {
  const talking = calls(store, line)
  const held = profiles(store, line, talking, appVersion)
  const trusted = trust(store, line, talking)
  return {
    ...activation(store, line, talking, { appVersion, trust: trusted }),
    ...approvals(line, talking, { profiles: held, trust: trusted }),
    ...ownHistory(talking, held),
    ...ownWishes(talking, held),
    ...upkeep(store, line, talking, held),
    catchUp: talking.catchUp,
    /** Loads what a PIN needs while there is time for it. Without it the first PIN takes longer. */
    warmUp: () =>
      loadOpaque().then(
        () => undefined,
        () => undefined,
      ),

    async profiles(): Promise<readonly ProfileView[]> {
      return Promise.all((await store.list()).map(viewOf))
    },

    /** The name stays on the phone: it is not told to the server. */
    rename: (id: string, nickname: string) =>
      talking.note(id, (memory) => ({ ...memory, nickname })),

    /** Takes a profile off the phone that is over, or was never finished; asks nobody. */
    forget: (id: string) => store.alone(id, () => store.remove(id)),
  }
}

/** One record that cannot be read must not keep a family's other profiles from opening. */
async function viewOf(stored: StoredProfile): Promise<ProfileView> {
  const { id } = stored
  const memory = await openMemory(stored).catch(() => undefined)
  return memory ? { id, ...shown(memory) } : { id, nickname: '', stage: 'ended', why: 'damaged' }
}

function shown(memory: ProfileMemory) {
  const { nickname } = memory
  switch (memory.stage) {
    case 'second-code':
      return { nickname, stage: memory.stage, second: memory.second }
    case 'active':
      return { nickname, stage: memory.stage, forked: memory.forked === true }
    case 'ended':
      return { nickname, stage: memory.stage, why: memory.why }
    case 'opening':
    case 'pin':
      return { nickname, stage: memory.stage }
  }
}
