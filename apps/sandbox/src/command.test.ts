import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMitid } from './command.ts'

/** Answers every command with its own process; one it dies of. */
const program = `import { createInterface } from 'node:readline'
for await (const line of createInterface({ input: process.stdin })) {
  if (line === '["die"]') process.kill(process.pid, 'SIGKILL')
  process.stdout.write(JSON.stringify({ ok: true, answer: process.pid }) + '\\n')
}`
let folder: string
let script: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-session-'))
  script = join(folder, 'session.mjs')
  await writeFile(script, program)
})
afterAll(() => rm(folder, { recursive: true }))

it('a session that has died fails what waits for it, and the next command has another', async () => {
  const mitid = openMitid(script, {})
  try {
    const first = await mitid('one')
    expect(await mitid('two')).toBe(first)
    const [dead, behind] = await Promise.allSettled([mitid('die'), mitid('three')])
    expect([dead.status, behind.status]).toEqual(['rejected', 'rejected'])
    const second = await mitid('four')
    expect(second).not.toBe(first)
    expect(await mitid('five')).toBe(second)
  } finally {
    await mitid.close()
  }
  await expect(mitid('six')).rejects.toThrow('closed')
})
