/** One text names another's button only by the words that stand on it, and writes a word as others do. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: root }).filter((file) => !file.includes('.test.'))

/** Where the words on buttons are written: the app's, the box's, the website's, and the start page's. */
const named = [
  'apps/phone/src/words/*.ts',
  'apps/server/src/edge/sign-in/words/*.ts',
  'apps/server/src/edge/citizen/device/device-words.ts',
  'apps/server/src/edge/citizen/words/own-words.ts',
  'apps/sandbox/src/words.ts',
  'packages/ui/src/*/*-words.ts',
  'packages/ui/src/slide-to-approve/slide-to-approve.tsx',
]
/** Where texts quote them. */
const quoting = [
  ...named,
  'apps/server/src/edge/citizen/{words,part,help,film}/*.{ts,tsx}',
  'surroundings/{bank,borger}/src/words.ts',
]
/** What is quoted and is no button of ours: levels, searches, and what other programs call theirs. */
const others = new Set(
  [
    ['Betydelig', 'Høj', 'Substantial', 'High', 'telefon', 'ny telefon', 'phone', 'new phone'],
    ['PIN', 'Find', 'Find enhed', 'Find My', 'Find My Device', 'Installer', 'Install'],
    ['Installer app', 'Install app', 'Føj til startskærm', 'Føj til hjemmeskærm'],
    ['Add to Home screen', 'Add to Home Screen'],
  ].flat(),
)

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

const wordsOf = async (file: string) => textsIn(await import(join(root, file)))
const real = new Set((await Promise.all(named.flatMap(filesOf).map(wordsOf))).flat())

it.each(quoting.flatMap(filesOf))('what %s quotes stands on a button', (file) => {
  const quoted = [...readFileSync(join(root, file), 'utf8').matchAll(/“([^”]+)”/gu)]
    .map(([, words = '']) => words.replace(/\s+/gu, ' '))
    .filter((words) => !others.has(words))
  for (const words of quoted) expect(real, words).toContain(words)
})

/** Where texts for people are written, in whatever file of the house. */
const texts = '{apps,packages,surroundings}/*/src/**/*.{ts,tsx}'

it('borgerservice is a common noun: a capital begins a sentence or the name of one centre', () => {
  const wrong = filesOf(texts).flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const named = source.matchAll(/(.{0,3})Borgerservice(?! \p{Lu})/gu)
    return [...named]
      .filter(([, before = '']) => !/(?:[.!?:] |['`])$/u.test(before))
      .map(() => file)
  })
  expect(wrong).toEqual([])
})
