/** Runs Vitest in sight of the reader and counts what passed and failed. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { root } from './fingerprint.ts'

export type Count = { readonly passed: number; readonly failed: number }

type Report = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

export function runVitest(args: readonly string[]): Count {
  const path = join(root, 'node_modules/.cache/vitest-report.json')
  mkdirSync(dirname(path), { recursive: true })
  rmSync(path, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const script = join(root, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(process.execPath, [script, 'run', ...reporters, ...args], {
    cwd: root,
    stdio: 'inherit',
  })
  const count = countOf(path)
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** A file that cannot even be loaded has no failed test, and counts as one. */
function countOf(path: string): Count {
  let report: Report
  try {
    report = JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return { passed: 0, failed: 1 }
  }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}
