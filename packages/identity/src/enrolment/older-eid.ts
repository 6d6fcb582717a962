/** The port to the older eID (NemID), with which a person proves who they are (product §A.1). */
import type { Instant, Result } from '@open-mitid/kernel'
import type { CprNumber, PersonName } from '../person/index.ts'
import type { OutsideFault } from './outside-fault.ts'

export type OlderEidWay = 'card' | 'app'

/** A question that waits for its person. Who holds `id` can answer it: it is kept sealed. */
export type OlderEidPrompt = {
  readonly id: string
  /** Ours: the answer must carry the same. */
  readonly nonce: string
  readonly expiresAt: Instant
} & (
  | {
      readonly way: 'card'
      /** Which of the person's cards, as printed on it. */
      readonly card: string
      /** The four digits that the key is printed beside. */
      readonly number: string
    }
  | {
      readonly way: 'app'
      /** Shown here and in the code app, so that the person approves their own prompt. */
      readonly reference: string
    }
)

/** The eID's word on who somebody is, verified. */
export type OlderEidHolder = {
  readonly way: OlderEidWay
  readonly cpr: CprNumber
  readonly name: PersonName
  readonly provedAt: Instant
  /** The signed statement itself, kept as evidence. */
  readonly assertion: string
}

export type BeginOlderEid = {
  readonly way: OlderEidWay
  readonly userId: string
  readonly password: string
}

export type BeginOlderEidRefusal =
  /** The same for a user ID that nobody has. */
  | { readonly kind: 'credentials-wrong' }
  /** Too many wrong tries; a right one counts from then on. */
  | { readonly kind: 'locked'; readonly until: Instant }
  /** For good: the person goes another way. */
  | { readonly kind: 'blocked' }
  /** The person has no card, or no app. */
  | { readonly kind: 'way-missing' }
  | OutsideFault

export type AnswerOlderEidRefusal =
  | { readonly kind: 'key-wrong' }
  | { readonly kind: 'locked'; readonly until: Instant }
  | { readonly kind: 'blocked' }
  /** Refused in the code app. */
  | { readonly kind: 'prompt-refused' }
  /** Too old, or answered before; the person begins anew and nothing is held against them. */
  | { readonly kind: 'prompt-over' }
  | OutsideFault

export type OlderEid = {
  begin(asked: BeginOlderEid): Promise<Result<OlderEidPrompt, BeginOlderEidRefusal>>
  /** `key-wrong` counts, and the same prompt can be answered again. */
  answer(
    prompt: OlderEidPrompt & { readonly way: 'card' },
    key: string,
  ): Promise<Result<OlderEidHolder, AnswerOlderEidRefusal>>
  /** Whether the person has approved in the code app; asked again every few seconds. */
  read(
    prompt: OlderEidPrompt & { readonly way: 'app' },
  ): Promise<Result<OlderEidHolder | 'waiting', AnswerOlderEidRefusal>>
  /** The person went away. An abandoned prompt is not a wrong answer. */
  abandon(prompt: OlderEidPrompt): Promise<void>
}
