import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pack } from './pack.ts'

test('beside each file that gains by it lie its two packed forms, and beside a font none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mitid-pack-'))
  try {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'assets/app.js'), 'a'.repeat(999))
    writeFileSync(join(folder, 'text.woff2'), 'a font')
    await pack(folder)
    const made = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
    expect(made).toEqual([
      'assets',
      'assets/app.js',
      'assets/app.js.br',
      'assets/app.js.gz',
      'text.woff2',
    ])
    const read = (name: string) => readFileSync(join(folder, name))
    expect(brotliDecompressSync(read('assets/app.js.br'))).toEqual(read('assets/app.js'))
    expect(gunzipSync(read('assets/app.js.gz'))).toEqual(read('assets/app.js'))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
