import { beforeAll, expect, test } from 'vitest'
import { build } from '../../tools/build.ts'
import { beforeFirstPaint } from './first-paint.ts'
import { appFiles, boxFiles } from './pages.ts'
import { budgets, gzipped, sizeOf } from './size.ts'

beforeAll(() => build({ only: ['apps/server', 'apps/phone'] }), 120_000)

test('the MitID box needs less than 100 KB before its first paint', async () => {
  expect(sizeOf(await boxFiles(), gzipped)).toBeLessThan(budgets.box)
})

test('the phone app needs less than 250 KB before its first paint', () => {
  expect(sizeOf(appFiles(), gzipped)).toBeLessThan(budgets.app)
})

test('what a script imports at once counts once, and what it imports later does not', () => {
  const files: Readonly<Record<string, string>> = {
    '/app/main.js': "import './part.js'; export * from './part.js'; import('./later.js')",
    '/app/part.js': "import { a } from '../shared.js'; a()",
    '/shared.js': 'export const a = () => 1',
    '/page.css': 'p { color: red }',
  }
  const head =
    '<link rel="stylesheet" href="/page.css"><link rel="icon" href="/icon.svg">' +
    '<script type="module" src="/app/main.js?v=1"></script>'
  const found = beforeFirstPaint(head, (path) => Buffer.from(files[path] ?? `no ${path}`))
  expect(found.map(({ name }) => name)).toEqual([
    'page',
    '/page.css',
    '/app/main.js',
    '/app/part.js',
    '/shared.js',
  ])
})
