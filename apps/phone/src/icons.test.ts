import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

const own = new URL('../public/icons/', import.meta.url)
const house = new URL('../../../packages/ui/asset/', import.meta.url)

test.each(readdirSync(own))('The icon %s is the house’s own', (name) => {
  expect(readFileSync(new URL(name, own))).toEqual(readFileSync(new URL(name, house)))
})

test('Every icon of the manifest is there', () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../public/manifest.webmanifest', import.meta.url), 'utf8'),
  ) as { icons: { src: string }[] }
  const names = readdirSync(own).map((name) => `/icons/${name}`)
  expect(names).toEqual(expect.arrayContaining(manifest.icons.map(({ src }) => src)))
})
