import { SignInId, type SignInView } from '@open-mitid/identity/sign-in'
import { Instant } from '@open-mitid/kernel'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { processSignals } from '../../outbound/signals/process-signals.ts'
import { openFreshViews } from './fresh-views.ts'

const random = (size: number) => Uint8Array.from(randomBytes(size))
const own = () => ({ id: SignInId.make(random), browser: random(32) })
const view = { state: 'open', now: Instant.of(1_790_000_000) } as SignInView

describe('a sign-in as a step has left it', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const open = () => {
    const signals = processSignals()
    return { signals, views: openFreshViews(signals) }
  }

  it('is shown once', () => {
    const { views } = open()
    const mine = own()
    views.keep(mine, view)
    expect(views.take(mine)).toEqual(view)
    expect(views.take(mine)).toBeUndefined()
  })
  it('is shown to no other browser, and to nobody after that', () => {
    const { views } = open()
    const mine = own()
    views.keep(mine, view)
    expect(views.take({ ...mine, browser: random(32) })).toBeUndefined()
    expect(views.take(mine)).toBeUndefined()
  })
  it('is void once the sign-in has moved', () => {
    const { signals, views } = open()
    const mine = own()
    views.keep(mine, view)
    signals.tell(mine.id, 'claimed')
    expect(views.take(mine)).toBeUndefined()
  })
  it('has grown older by the time that has passed, and is void after two seconds', () => {
    const { views } = open()
    const [mine, another] = [own(), own()]
    views.keep(mine, view)
    views.keep(another, view)
    vi.advanceTimersByTime(1_500)
    expect(views.take(mine)?.now).toBe(view.now + 1)
    vi.advanceTimersByTime(600)
    expect(views.take(another)).toBeUndefined()
  })
})
