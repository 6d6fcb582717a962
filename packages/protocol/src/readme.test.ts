import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ak, circumstances, dk, madeBinding, madeOffer } from './testing/exhibits.ts'
import { accepted, approve } from './testing/readme-example.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('the README', () => {
  it('shows the example that runs here, letter by letter', () => {
    const example = readFileSync(new URL('./testing/readme-example.ts', import.meta.url), 'utf8')
    expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``)
  })

  it('its example approves what it draws, and the server accepts that and nothing else', async () => {
    const [offer, binding] = [await madeOffer(), await madeBinding()]
    const drawn: unknown[] = []
    const approval = await approve(offer.jws, binding.jws, { dk, ak }, circumstances, (...shown) =>
      drawn.push(shown),
    )
    expect(drawn).toEqual([['Approve the following?', offer.content.display.lines]])
    const stored = { offer: offer.jws, binding: binding.jws, attemptId: 'attempt-1' }
    expect(accepted(approval, stored)?.content.decision).toBe('approve')
    const other = await madeOffer({ kind: 'sign' })
    expect(accepted(approval, { ...stored, offer: other.jws })).toBeUndefined()
  })
})
