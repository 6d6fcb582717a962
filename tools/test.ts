/** `npm test`: every check, then every test. With arguments: only the tests that they name. */
import process from 'node:process'
import { build } from './build.ts'
import { runCheck, type Check, type Checked } from './check.ts'
import { provideChromium } from './chromium.ts'
import { runVitest } from './vitest-run.ts'

const checks: readonly Check[] = [
  {
    name: 'lint',
    run: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0', '--no-inline-config'],
  },
  {
    name: 'types',
    run: [
      'node_modules/typescript/bin/tsc',
      '--pretty',
      '--incremental',
      '--tsBuildInfoFile',
      'node_modules/.cache/types.tsbuildinfo',
    ],
  },
  { name: 'format', run: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
  { name: 'dead code', run: ['node_modules/knip/bin/knip.js', '--no-config-hints'] },
]

const args = process.argv.slice(2)
const everything = args.length === 0

const [checked, built, browser] = await Promise.all([
  everything ? runChecks() : [],
  buildForTests(),
  provideBrowser(),
])
const tests = runVitest(args)

const all = [...checked, ...built, ...browser]
const failed = all.filter(({ passed }) => !passed)
for (const { name, said } of failed) process.stdout.write(`\n--- ${name} failed\n${said}\n`)
const sum = {
  passed: tests.passed + all.length - failed.length,
  failed: tests.failed + failed.length,
}
process.stdout.write(`\n${String(sum.passed)} passed, ${String(sum.failed)} failed\n`)
process.exitCode = sum.failed === 0 ? 0 : 1

/** Two at a time: lint takes as long as the rest together. */
async function runChecks(): Promise<Checked[]> {
  const waiting = [...checks]
  const done: Checked[] = []
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const result = await runCheck(next)
      tell(result)
      done.push(result)
    }
  }
  await Promise.all([work(), work()])
  return done
}

async function buildForTests(): Promise<Checked[]> {
  const startedAt = performance.now()
  try {
    await build({ tell: (folder) => process.stdout.write(`  building ${folder}\n`) })
    return []
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const seconds = (performance.now() - startedAt) / 1000
    const result = { name: 'build', passed: false, said, seconds }
    tell(result)
    return [result]
  }
}

async function provideBrowser(): Promise<Checked[]> {
  const chromium = await provideChromium(everything)
  if ('path' in chromium) return []
  return [{ name: 'browser', passed: false, said: chromium.advice, seconds: 0 }]
}

function tell({ name, passed, seconds }: Checked): void {
  process.stdout.write(`${passed ? '✓' : '✗'} ${name} ${seconds.toFixed(1)} s\n`)
}
