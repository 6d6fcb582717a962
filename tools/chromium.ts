/** Finds the browser that journeys run in; on Debian root can have it installed. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
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
export async function provideChromium(): Promise<{ path: string } | { advice: string }> {
  const named = process.env['CHROMIUM']
  if (named && !existsSync(named))
    return { advice: `CHROMIUM names ${named}, where there is no file.` }
  if (!named && canInstall() && debians.some((path) => !existsSync(path))) await installOnDebian()
  const found = findChromium()
  return found === undefined
    ? { advice: 'Journeys need Chromium: install it, or give its path in CHROMIUM.' }
    : { path: found }
}

/** The whole browser, and the one without windows that does most of its work for less. */
const debians = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell']

function canInstall(): boolean {
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  const usesAnother = findChromium() !== undefined && !existsSync('/usr/bin/chromium')
  return process.getuid?.() === 0 && isDebian && !usesAnother
}

/** The second may be left out: an older Debian does not have it. */
async function installOnDebian(): Promise<void> {
  process.stderr.write('Installing Chromium for the journeys...\n')
  if (!(await apt('update'))) return
  for (const path of debians) await apt('install', '-y', '--no-install-recommends', basename(path))
}

function apt(...args: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawn('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] })
  return new Promise((done, failed) => {
    run.on('error', failed)
    run.on('close', (status) => {
      done(status === 0)
    })
  })
}
