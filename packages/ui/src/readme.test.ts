import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as exported from './index.ts'
import { addressPage } from './readme-example.tsx'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const all = readFileSync(new URL('./all.css', import.meta.url), 'utf8')

test.each(Object.keys(exported))('The README names %s', (name) => {
  expect(readme).toContain(`\`${name}\``)
})

test('The README shows the example that renders here, letter by letter', () => {
  const example = readFileSync(new URL('./readme-example.tsx', import.meta.url), 'utf8')
  expect(readme).toContain(`\`\`\`tsx\n${example}\`\`\``)
  expect(addressPage('da', 'Kommunen')).toContain('name="street"')
})

test('The one stylesheet has the styles of every component', () => {
  const sheets = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css') && path !== 'all.css')
    .sort()
  const imported = Array.from(all.matchAll(/@import '\.\/([^']+)'/g), ([, path]) => path)
  expect(imported.sort()).toEqual(sheets)
})
