import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const reasons = readFileSync(join(root, 'docs/decisions/dependencies.md'), 'utf8')
const rows = [...reasons.matchAll(/^\| `([^`]+)` +\|/gmu)].map((row) => row[1] ?? '')

/** `node-*` stands for every package of that stem. */
const stems = rows.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))

function runtimeDependencies(): ReadonlySet<string> {
  const folders = ['packages', 'apps', 'surroundings'].map((room) => `${room}/*/package.json`)
  const files = ['package.json', ...folders.flatMap((glob) => globSync(glob, { cwd: root }))]
  const names = files.flatMap((file) => {
    const {
      dependencies = {},
      optionalDependencies = {},
      peerDependencies = {},
    } = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<
      'dependencies' | 'optionalDependencies' | 'peerDependencies',
      Record<string, string> | undefined
    >
    return [dependencies, optionalDependencies, peerDependencies].flatMap(Object.keys)
  })
  return new Set(names.filter((name) => !name.startsWith('@open-mitid/')))
}

it('every runtime dependency has its reason in docs/decisions/dependencies.md', () => {
  const without = [...runtimeDependencies()].filter(
    (name) => !rows.includes(name) && !stems.some((stem) => name.startsWith(stem)),
  )
  expect(without).toEqual([])
})

it('no reason is kept for a dependency that is gone', () => {
  const used = [...runtimeDependencies()]
  const gone = rows.filter((row) =>
    row.endsWith('*')
      ? !used.some((name) => name.startsWith(row.slice(0, -1)))
      : !used.includes(row),
  )
  expect(gone).toEqual([])
})
