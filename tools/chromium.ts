/** Finds the browser that journeys run in; on Debian root can have it installed. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path in `CHROMIUM`, or that of a Chromium or Chrome on this machine. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...places, ...elsewhere].find((path) => existsSync(path))
}

/** Answers with a path, or with the sentence that says what to do. */
export function provideChromium(): { path: string } | { advice: string } {
  const named = process.env['CHROMIUM']
  if (named && !existsSync(named))
    return { advice: `CHROMIUM names ${named}, where there is no file.` }
  const found = findChromium() ?? installOnDebian()
  return found === undefined
    ? { advice: 'Journeys need Chromium: install it, or give its path in CHROMIUM.' }
    : { path: found }
}

function installOnDebian(): string | undefined {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  process.stderr.write('Installing Chromium for the journeys...\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const run = spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] })
    if (run.status !== 0) return undefined
  }
  return findChromium()
}
