/**
 * One call of a profile to the server, sent at least once and counted at most once. The call is
 * written down before it is sent and sent again, to the letter, before any other (protocols §2).
 */
import { refuse, type Result } from '@open-mitid/kernel'
import { newNonce, type PhoneCalls, type PhonePath, type PhoneProblem } from '@open-mitid/protocol'
import { exchange, type Line } from './exchange.ts'
import { openMemory, sealMemory, type EndedWhy, type ProfileMemory } from './memory.ts'
import { settle } from './settle.ts'
import type { PhoneStore, StoredProfile } from './store.ts'

export type CallRefusal = PhoneProblem | { readonly kind: 'ended'; readonly why: EndedWhy }

/** An earlier call whose answer has only now been heard. */
export type CaughtUp = {
  readonly [Path in PhonePath]: {
    readonly path: Path
    readonly request: PhoneCalls[Path]['request']
    readonly answer: Result<PhoneCalls[Path]['answer'], PhoneProblem>
  }
}[PhonePath]

export type Calls = {
  readonly call: <Path extends PhonePath>(
    id: string,
    path: Path,
    body: PhoneCalls[Path]['request'],
    /** What must be on the disk together with the call: a new PIN's secret. */
    remember?: (memory: ProfileMemory) => ProfileMemory,
  ) => Promise<Result<PhoneCalls[Path]['answer'], CallRefusal>>
  /** Hears the answer to a call that was sent before the app or the connection was cut off. */
  readonly catchUp: (id: string) => Promise<CaughtUp | undefined>
  /** Writes down what the app has found out by itself. */
  readonly note: (id: string, change: (memory: ProfileMemory) => ProfileMemory) => Promise<void>
}

export function calls(store: PhoneStore, line: Line): Calls {
  const write = async (stored: StoredProfile, memory: ProfileMemory) => {
    const sealed = await sealMemory(memory, stored.sealKey, line.random(12))
    await store.write({ ...stored, memory: sealed })
  }

  /** Sends what is written down as pending, and writes down what was heard. */
  const send = async (stored: StoredProfile, memory: ProfileMemory, again: boolean) => {
    const { pending } = memory
    if (!pending) return { memory }
    const heard = await exchange(line, stored, memory, { pending, again })
    const after = settle(memory, pending, heard)
    await write(stored, after)
    const request: unknown = JSON.parse(pending.body)
    return { memory: after, heard: { path: pending.path, request, answer: heard } as CaughtUp }
  }

  return {
    call: (id, path, body, remember = (memory) => memory) =>
      store.alone(id, async () => {
        const stored = await store.read(id)
        if (!stored) return refuse({ kind: 'ended', why: 'removed' })
        const { memory: before, heard: earlier } = await send(
          stored,
          await openMemory(stored),
          true,
        )
        if (before.pending && earlier?.answer.ok === false) return earlier.answer
        if (before.stage === 'ended') return refuse({ kind: 'ended', why: before.why })
        const pending = { path, jti: newNonce(line.random), body: JSON.stringify(body) }
        const memory = { ...remember(before), rn: before.rn, pending }
        await write(stored, memory)
        const { heard } = await send(stored, memory, false)
        return heard?.answer as Result<PhoneCalls[typeof path]['answer'], PhoneProblem>
      }),
    catchUp: (id) =>
      store.alone(id, async () => {
        const stored = await store.read(id)
        if (!stored) return undefined
        const { heard } = await send(stored, await openMemory(stored), true)
        return heard
      }),
    note: (id, change) =>
      store.alone(id, async () => {
        const stored = await store.read(id)
        if (stored) await write(stored, change(await openMemory(stored)))
      }),
  }
}
