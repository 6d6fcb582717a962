/**
 * Who may use the reader: the app that was told the code on this screen, for ten minutes. Pure:
 * time and randomness come from outside, and what happens is told to whoever shows it.
 */
import {
  accept,
  base64url,
  equalBytes,
  refuse,
  utf8,
  type Random,
  type Result,
} from '@open-mitid/kernel'
import { TypedCode } from '@open-mitid/protocol'

export type Pairing = {
  /** Draws the first code, and a new one where the time of the last, or of what it allowed, is over. */
  settle(): void
  pair(code: TypedCode): Result<Allowed, { readonly kind: 'code-wrong' }>
  isHeldBy(token: string): boolean
  /** A person, or the app itself, has had enough. */
  end(): void
}

type Allowed = { readonly token: string; readonly until: number }

export type PairingNews =
  /** `because`: three wrong codes were tried, and somebody should know. */
  | { readonly is: 'code'; readonly code: TypedCode; readonly because?: 'wrong-codes' }
  | { readonly is: 'paired'; readonly until: number }
  | { readonly is: 'ended' }

type OpenPairing = {
  /** In seconds. */
  readonly now: () => number
  readonly random: Random
  readonly tell: (news: PairingNews) => void
}

type State =
  | {
      readonly is: 'open'
      readonly code: TypedCode
      readonly tries: number
      readonly until: number
    }
  | ({ readonly is: 'paired' } & Allowed)

const life = 600
const mostTries = 3

export function openPairing({ now, random, tell }: OpenPairing): Pairing {
  let state: State | undefined

  function newCode(because?: 'wrong-codes'): State {
    const code = TypedCode.make(random)
    tell({ is: 'code', code, ...(because && { because }) })
    return { is: 'open', code, tries: 0, until: now() + life }
  }

  function settled(): State {
    if (state && now() < state.until) return state
    if (state?.is === 'paired') tell({ is: 'ended' })
    return (state = newCode())
  }

  return {
    settle() {
      settled()
    },
    pair(typed) {
      const current = settled()
      // A code that was used allows nothing more, and a guess tells nothing of that.
      if (current.is === 'paired') return refuse({ kind: 'code-wrong' })
      if (equalBytes(utf8(typed), utf8(current.code))) {
        const until = now() + life
        const token = base64url(random(32))
        state = { is: 'paired', token, until }
        tell({ is: 'paired', until })
        return accept({ token, until })
      }
      const tries = current.tries + 1
      state = tries < mostTries ? { ...current, tries } : newCode('wrong-codes')
      return refuse({ kind: 'code-wrong' })
    },
    isHeldBy(token) {
      const current = settled()
      return current.is === 'paired' && equalBytes(utf8(token), utf8(current.token))
    },
    end() {
      if (state?.is !== 'paired') return
      tell({ is: 'ended' })
      state = newCode()
    },
  }
}
