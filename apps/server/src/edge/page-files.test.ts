import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openLog } from '../log.ts'
import { openEdge } from './edge.ts'
import { openMetrics } from './metrics.ts'
import { pageFiles, readPageFiles } from './page-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'mitid-page-'))
writeFileSync(join(folder, 'page.css'), 'p{margin:0}'.repeat(99))
writeFileSync(join(folder, 'page.css.map'), '{}')
writeFileSync(join(folder, 'page.css.br'), brotliCompressSync('p{margin:0}'.repeat(99)))
const files = readPageFiles(folder)
const app = await openEdge(
  {
    name: 'desk',
    origin: 'http://localhost:3961',
    schemeName: 'MitID',
    logger: openLog('silent'),
    metrics: openMetrics(),
    ready: () => Promise.resolve(true),
  },
  [pageFiles(files)],
)
const get = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  app.inject({ url, headers: { host: 'localhost:3961', ...headers } })
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('what pages load', () => {
  it('the page of an error names a stylesheet and a sign that the edge serves', async () => {
    const { body } = await get('/nowhere', { accept: 'text/html' })
    const loaded = [...body.matchAll(/<link rel="(stylesheet|icon)" href="([^"]+)"/gu)]
    expect(loaded.map(([, kind]) => kind)).toEqual(['stylesheet', 'icon'])
    for (const [, , href = ''] of loaded) expect((await get(href)).statusCode).toBe(200)
  })
  it('an address with the hash of the content is kept for good, another is asked for anew', async () => {
    const [named = ''] = files.stylesheets
    expect((await get(named)).headers['cache-control']).toContain('immutable')
    const plain = await get('/client/page.css', { 'accept-encoding': 'br' })
    expect(plain.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'br' })
    const again = { 'if-none-match': String(plain.headers.etag) }
    expect((await get('/client/page.css', again)).statusCode).toBe(304)
  })
  it('what was not read at the start is not there', async () => {
    for (const name of ['page.css.map', 'page.css.br', '../page.css', 'nothing.css'])
      expect((await get(`/client/${name}`)).statusCode).toBe(404)
  })
  it('a build without its stylesheet stops the start', () => {
    const empty = mkdtempSync(join(folder, 'empty-'))
    expect(() => readPageFiles(empty)).toThrow('The build has no page.css')
  })
})
