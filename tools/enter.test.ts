import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'

function enter(...args: string[]) {
  return spawnSync(process.execPath, [join(import.meta.dirname, 'enter.mjs'), ...args], {
    encoding: 'utf8',
  })
}

test('a task runs on the pinned Node with its arguments, and nothing is said beside it', () => {
  const { status, stdout, stderr } = enter('types', '--version')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^Version \d+\.\d+\.\d+\n$/)
  expect(stderr).toBe('')
})

test('the exit code of a task is kept', () => {
  expect(enter('types', '--no-such-option').status).toBe(1)
})

test('a task that does not exist is answered with those that do', () => {
  const { status, stderr } = enter('sing')
  expect(status).toBe(1)
  expect(stderr).toMatch(/^There is no task "sing"\. Tasks: start, test, .+\.\n$/)
})
