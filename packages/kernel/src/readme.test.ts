import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sellTicket, TicketId } from './readme-example.ts'

it('the README shows the example that runs here, letter by letter', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  expect(read('../README.md')).toContain(`\`\`\`ts\n${read('./readme-example.ts')}\`\`\``)
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const sold = sellTicket(2, random)
  expect(sold.ok && TicketId.parse(sold.value.id)).toBe(sold.ok && sold.value.id)
  expect(sellTicket(0, random)).toEqual({ ok: false, refusal: { kind: 'no-seats' } })
  expect(sellTicket(10, random)).toEqual({ ok: false, refusal: { kind: 'too-many', most: 9 } })
})
