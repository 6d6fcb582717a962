/** Takes the picture of the approval in the README out of its journey: `npm run picture`. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { build } from './build.ts'
import { provideChromium } from './chromium.ts'
import { root } from './fingerprint.ts'
import { runVitest } from './vitest-run.ts'

const chromium = await provideChromium()
if ('advice' in chromium) throw new Error(chromium.advice)
await build()
const seen = mkdtempSync(join(tmpdir(), 'mitid-picture-'))
try {
  process.env['PICTURES'] = seen
  const journey = ['tests/journeys/log-in-and-transfer.test.ts', '-t', 'in en']
  if (runVitest(journey).failed > 0) throw new Error('The journey failed, so no picture was taken.')
  copyFileSync(
    join(seen, 'app-approval-en.phone.light.png'),
    join(root, 'docs/picture/approval.png'),
  )
} finally {
  rmSync(seen, { recursive: true })
}
