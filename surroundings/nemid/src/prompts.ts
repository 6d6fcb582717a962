/** Prompts that wait for their holder, for five minutes and in memory: a restart ends them. */
import { base64url, crockford, type Random } from '@open-mitid/kernel'
import type { Way } from './holder.ts'
import type { Asked } from './holding.ts'

export type Prompt = {
  readonly id: string
  /** The holder's. */
  readonly key: string
  /** The caller's, repeated in what is signed. */
  readonly nonce: string
  readonly expiresAt: number
} & (
  | { readonly way: Extract<Way, 'card'>; readonly asked: Asked }
  | {
      readonly way: Extract<Way, 'app'>
      readonly reference: string
      readonly state: 'waiting' | 'approved' | 'refused'
    }
)
type CardPrompt = Extract<Prompt, { way: 'card' }>
export type AppPrompt = Extract<Prompt, { way: 'app' }>

export const promptMilliseconds = 5 * 60 * 1000

export type Prompts = {
  /** A holder has one prompt at most: a new one ends the one before. */
  readonly open: (
    prompt:
      | Omit<CardPrompt, 'id' | 'expiresAt'>
      | Omit<AppPrompt, 'id' | 'expiresAt' | 'reference' | 'state'>,
    now: number,
  ) => Prompt
  readonly find: (id: string, now: number) => Prompt | undefined
  readonly of: (key: string, now: number) => Prompt | undefined
  readonly decide: (prompt: AppPrompt, state: 'approved' | 'refused') => void
  readonly close: (prompt: Prompt) => void
}

export function openPrompts(random: Random): Prompts {
  const byHolder = new Map<string, Prompt>()
  const of = (key: string, now: number) => {
    const prompt = byHolder.get(key)
    return prompt && now < prompt.expiresAt ? prompt : undefined
  }
  return {
    open(asked, now) {
      const life = { id: base64url(random(32)), expiresAt: now + promptMilliseconds }
      const prompt: Prompt =
        asked.way === 'card'
          ? { ...asked, ...life }
          : { ...asked, ...life, reference: crockford(random(3), 4), state: 'waiting' }
      byHolder.set(prompt.key, prompt)
      return prompt
    },
    find: (id, now) =>
      [...byHolder.values()].find((prompt) => prompt.id === id && now < prompt.expiresAt),
    of,
    decide(prompt, state) {
      byHolder.set(prompt.key, { ...prompt, state })
    },
    close(prompt) {
      if (byHolder.get(prompt.key)?.id === prompt.id) byHolder.delete(prompt.key)
    },
  }
}
