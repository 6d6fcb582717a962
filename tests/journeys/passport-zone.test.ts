/** The zone of a passport is read from pictures as cameras take them. */
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import type { countRead } from '../../bench/mrz/mrz.ts'

type Counted = Awaited<ReturnType<typeof countRead>>

test('of good pictures, 19 of 20 are read at the first, whatever spoils them', async () => {
  const { grades } = await countApart(6, 9303)
  const good = grades.filter(({ grade }) => grade !== 'all at once')
  expect(good).toHaveLength(5)
  const read = good.reduce((sum, each) => sum + each.read, 0) / good.length
  expect(read).toBeGreaterThanOrEqual(0.95)
})

/** In a process of its own, where the arithmetic runs as it does in a browser. */
async function countApart(pages: number, seed: number): Promise<Counted> {
  const bench = resolve(import.meta.dirname, '../../bench/mrz/mrz.ts')
  const script = `import { countRead } from ${JSON.stringify(bench)}
    console.log(JSON.stringify(await countRead(${String(pages)}, ${String(seed)})))`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--input-type=module',
    '-e',
    script,
  ])
  return JSON.parse(stdout) as Counted
}
