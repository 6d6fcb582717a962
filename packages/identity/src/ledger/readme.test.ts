import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Id, Instant } from '@open-mitid/kernel'
import { removal } from './readme-example.ts'

it('the README shows the example that runs here, letter by letter', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  expect(read('../../README.md')).toContain(`\`\`\`ts\n${read('./readme-example.ts')}\`\`\``)
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
  const [person, app] = ['per_one' as Id<'per'>, 'aut_one' as Id<'aut'>]
  expect(removal({ person, app, random, now: 1 as Instant }).n).toBe(1)
})
