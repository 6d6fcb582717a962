import { describe, expect, it } from 'vitest'
import { emptyChannel } from './empty-channel.ts'

/** A channel with so many rounds of work left in it. */
function channelWith(rounds: number, sent: number) {
  let left = rounds
  return () => {
    const taken = left > 0 ? 50 : 0
    left -= 1
    return Promise.resolve({ taken, sent: taken > 0 ? sent : 0, away: false })
  }
}

describe('the pace of notices', () => {
  it('no more of them leave in a second than the channel may', async () => {
    const from = performance.now()
    const running = new AbortController().signal
    await emptyChannel(channelWith(3, 50), 'sms', 1_000)(running)
    expect(performance.now() - from).toBeGreaterThanOrEqual(145)
  })

  it('a worker that stops waits for no pace, and begins no round', async () => {
    const stopping = new AbortController()
    const channel = channelWith(3, 50)
    let rounds = 0
    const emptying = emptyChannel(
      () => {
        rounds += 1
        return channel()
      },
      'sms',
      1 / 60, // 50 minutes a round
    )(stopping.signal)
    stopping.abort()
    await emptying
    expect(rounds).toBe(1)
  })
})
