/** NemID itself: who may log on, what they are asked, and when they have proved who they are. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { accept, refuse, type Random, type Result } from '@open-mitid/kernel'
import { isKey, makeCard, withUsed } from './card.ts'
import type { Holder, Way } from './holder.ts'
import { openHoldings, withAsked, type Holding } from './holding.ts'
import { openPrompts, type AppPrompt, type Prompt } from './prompts.ts'
import { afterWrong, noTries, standing, type Standing, type Tries } from './tries.ts'

type Begin = {
  readonly userId: string
  readonly password: string
  readonly way: Way
  readonly nonce: string
}

type Shut = Exclude<Standing, { kind: 'open' }>
export type BeginRefusal = { readonly kind: 'credentials' | 'way' } | Shut
export type AnswerRefusal = { readonly kind: 'key' | 'over' } | Shut

/** Who has proved to be whom, and the caller's nonce that goes with it. */
export type Proof = { readonly holder: Holder; readonly way: Way; readonly nonce: string }

export type Nemid = {
  readonly holders: readonly Holder[]
  readonly find: (key: string) => Holder | undefined
  readonly begin: (asked: Begin) => Result<Prompt, BeginRefusal>
  readonly answer: (id: string, key: string) => Result<Proof, AnswerRefusal>
  /** What has become of a prompt of the code app; a proof is given out once. */
  readonly read: (id: string) => Result<Proof | 'waiting' | 'refused', { readonly kind: 'over' }>
  readonly abandon: (id: string) => void
  readonly holdingOf: (holder: Holder) => Holding
  readonly standingOf: (holder: Holder) => Standing
  /** What the holder's code app shows. */
  readonly appPromptOf: (holder: Holder) => AppPrompt | undefined
  readonly decide: (holder: Holder, id: string, state: 'approved' | 'refused') => boolean
  /** By the operator of the sandbox: open again, and another card. */
  readonly reopen: (holder: Holder) => void
  readonly renewCard: (holder: Holder) => void
}

export type NemidOptions = {
  readonly holders: readonly Holder[]
  readonly folder: string | undefined
  readonly random: Random
  readonly now: () => number
}

/** User IDs that nobody has are counted as well, so that a lock does not tell which are real. */
const mostStrangers = 10_000

export function openNemid({ holders, folder, random, now }: NemidOptions): Nemid {
  const holdings = openHoldings(holders, folder, random)
  const prompts = openPrompts(random)
  const strangers = new Map<string, Tries>()
  const find = (key: string) => holders.find((holder) => holder.key === key)

  function triesOf(userId: string, holder: Holder | undefined): Tries {
    return holder ? holdings.of(holder).tries : (strangers.get(userId) ?? noTries)
  }

  function keepTries(userId: string, holder: Holder | undefined, tries: Tries): void {
    if (holder) {
      holdings.keep(holder, { ...holdings.of(holder), tries })
      return
    }
    strangers.set(userId, tries)
    const [oldest] = strangers.keys()
    if (strangers.size > mostStrangers && oldest !== undefined) strangers.delete(oldest)
  }

  return {
    holders,
    find,
    begin({ userId: typed, password, way, nonce }) {
      const userId = typed.trim().toLowerCase()
      const holder = holders.find((one) => one.userId.toLowerCase() === userId)
      const tries = triesOf(userId, holder)
      const stands = standing(tries, now())
      if (stands.kind !== 'open') return refuse(stands)
      const right = isSame(password, holder?.password ?? '')
      if (!holder || !right) {
        keepTries(userId, holder, afterWrong(tries, now()))
        return refuse({ kind: 'credentials' })
      }
      if (!holder.ways.includes(way)) return refuse({ kind: 'way' })
      const asking = { key: holder.key, nonce }
      if (way === 'app') return accept(prompts.open({ ...asking, way }, now()))
      const holding = withAsked(holdings.of(holder), random)
      holdings.keep(holder, holding)
      return accept(prompts.open({ ...asking, way, asked: holding.asked }, now()))
    },
    answer(id, typed) {
      const prompt = prompts.find(id, now())
      const holder = prompt && find(prompt.key)
      if (!holder || prompt.way !== 'card') return refuse({ kind: 'over' })
      const holding = holdings.of(holder)
      const stands = standing(holding.tries, now())
      if (stands.kind !== 'open') {
        prompts.close(prompt)
        return refuse(stands)
      }
      const { asked } = prompt
      const card = holding.cards.find(({ number }) => number === asked.card)
      if (!card || !isKey(card, asked.number, typed.replace(/\s/gu, ''))) {
        holdings.keep(holder, { ...holding, tries: afterWrong(holding.tries, now()) })
        return refuse({ kind: 'key' })
      }
      const cards = holding.cards.map((one) => (one === card ? withUsed(card, asked.number) : one))
      holdings.keep(holder, { cards, tries: noTries })
      prompts.close(prompt)
      return accept({ holder, way: 'card', nonce: prompt.nonce })
    },
    read(id) {
      const prompt = prompts.find(id, now())
      const holder = prompt && find(prompt.key)
      if (!holder || prompt.way !== 'app') return refuse({ kind: 'over' })
      if (prompt.state === 'waiting') return accept('waiting')
      prompts.close(prompt)
      if (prompt.state === 'refused') return accept('refused')
      holdings.keep(holder, { ...holdings.of(holder), tries: noTries })
      return accept({ holder, way: 'app', nonce: prompt.nonce })
    },
    abandon(id) {
      const prompt = prompts.find(id, now())
      if (prompt) prompts.close(prompt)
    },
    holdingOf: (holder) => holdings.of(holder),
    standingOf: (holder) => standing(holdings.of(holder).tries, now()),
    appPromptOf(holder) {
      const prompt = prompts.of(holder.key, now())
      return prompt?.way === 'app' && prompt.state === 'waiting' ? prompt : undefined
    },
    decide(holder, id, state) {
      const prompt = prompts.of(holder.key, now())
      if (prompt?.id !== id || prompt.way !== 'app' || prompt.state !== 'waiting') return false
      prompts.decide(prompt, state)
      return true
    },
    reopen(holder) {
      holdings.keep(holder, { ...holdings.of(holder), tries: noTries })
    },
    renewCard(holder) {
      const { tries } = holdings.of(holder)
      holdings.keep(holder, { cards: [makeCard(random)], tries })
    },
  }
}

/** Takes as long however much of it is right. */
function isSame(given: string, right: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(right)) && right !== ''
}
