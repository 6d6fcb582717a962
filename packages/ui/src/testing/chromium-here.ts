/** The Chromium that tests run in: its path stands in `CHROMIUM`, and `CHROMIUM_SHELL` beside it. */
import process from 'node:process'
import type { LaunchOptions } from 'playwright-core'

/**
 * To be launched with; `args` are added to what every launch needs. The shell, where there is one,
 * does the same as the whole browser with less work; it has no windows and no camera.
 */
export function chromiumHere(
  args: readonly string[] = [],
  kind: 'any' | 'whole' = 'any',
): LaunchOptions {
  const whole = process.env['CHROMIUM']
  if (whole === undefined) throw new Error('CHROMIUM is not set: no browser was found')
  const shell = kind === 'any' ? process.env['CHROMIUM_SHELL'] : undefined
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath: shell ?? whole, args: [...asRoot, ...args] }
}
