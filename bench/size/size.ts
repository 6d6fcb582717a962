/** Bytes that a browser must have before it can paint: the MitID box and the app, as built. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from '../../tools/build.ts'
import type { Figure, Findings } from '../measure/report.ts'
import type { Fetched } from './first-paint.ts'
import { appFiles, boxFiles } from './pages.ts'

/** Bytes, compressed. */
export const budgets = { box: 100_000, app: 250_000 } as const

export async function measureSize(): Promise<Findings> {
  await build({ only: ['apps/server', 'apps/phone'] })
  const box = await boxFiles()
  const app = appFiles()
  return {
    figures: [...figures('MitID box', box, budgets.box), ...figures('phone app', app, budgets.app)],
    conditions: { 'of the box': names(box), 'of the app': names(app) },
  }
}

function figures(what: string, files: readonly Fetched[], atMost: number): readonly Figure[] {
  const target = { atMost }
  return [
    { name: `${what}, gzip`, value: sizeOf(files, gzipped), unit: 'bytes', target },
    { name: `${what}, Brotli`, value: sizeOf(files, brotli), unit: 'bytes', target },
  ]
}

type Pack = (bytes: Buffer) => Buffer
export const gzipped: Pack = (bytes) => gzipSync(bytes)
const brotli: Pack = (bytes) => brotliCompressSync(bytes)

export function sizeOf(files: readonly Fetched[], pack: Pack): number {
  return files.reduce((sum, { bytes, packed }) => sum + (packed ? bytes : pack(bytes)).length, 0)
}

function names(files: readonly Fetched[]): string {
  return files.map(({ name, bytes }) => `${name} (${bytes.length})`).join(', ')
}
