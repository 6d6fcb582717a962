/** The Chromium that tests run in: its path stands in `CHROMIUM`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import type { LaunchOptions } from 'playwright-core'

/**
 * To be launched with; `args` are added to what every launch needs. Where Debian's browser without
 * windows lies beside the whole one it serves, for it does the same with less work; it has no camera.
 */
export function chromiumHere(
  args: readonly string[] = [],
  kind: 'any' | 'whole' = 'any',
): LaunchOptions {
  const whole = process.env['CHROMIUM']
  if (whole === undefined) throw new Error('CHROMIUM is not set: no browser was found')
  const shell = join(dirname(whole), 'chromium-headless-shell')
  const executablePath = kind === 'any' && existsSync(shell) ? shell : whole
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath, args: [...asRoot, ...args] }
}
