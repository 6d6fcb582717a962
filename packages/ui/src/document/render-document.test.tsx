import { expect, test } from 'vitest'
import { renderDocument } from './render-document.tsx'

const page = {
  language: 'da' as const,
  title: 'Log på – MitID <b>',
  body: <main data-name={'"><script>'}>Hej {'<script>alert(1)</script>'}</main>,
  stylesheets: ['/ui.css'],
  scripts: ['/box.js'],
}

test('A document says its language and title, and what it loads', () => {
  const html = renderDocument(page)
  expect(html).toMatch(/^<!doctype html><html lang="da"><head><meta charset="utf-8"/)
  expect(html).toContain('<title>Log på – MitID &lt;b></title>')
  expect(html).toContain('<link rel="stylesheet" href="/ui.css"/>')
  expect(html).toContain('<script type="module" src="/box.js"></script>')
})

test('What people wrote stays text', () => {
  const html = renderDocument(page)
  expect(html).not.toContain('<script>')
})

test('A personal page asks search engines to leave it out', () => {
  expect(renderDocument({ ...page, hidden: true })).toContain('content="noindex"')
  expect(renderDocument(page)).not.toContain('noindex')
})
