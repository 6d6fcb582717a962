/** The Chromium that tests run in: its path stands in `CHROMIUM`. */
import process from 'node:process'
import type { LaunchOptions } from 'playwright-core'

/** To be launched with; `args` are added to what every launch needs. */
export function chromiumHere(args: readonly string[] = []): LaunchOptions {
  const executablePath = process.env['CHROMIUM']
  if (executablePath === undefined) throw new Error('CHROMIUM is not set: no browser was found')
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return { executablePath, args: [...asRoot, ...args] }
}
