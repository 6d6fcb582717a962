/** Finds the browser that journeys run in; on Debian root can have it installed. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import process from 'node:process'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
/** The whole browser, and the one without windows that does most of its work for less. */
const debianShell = '/usr/bin/chromium-headless-shell'
const debians = ['/usr/bin/chromium', debianShell]
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * What tests find their browser in: `CHROMIUM` is the whole one. `CHROMIUM_SHELL` lies beside it and
 * has no windows; who has named a browser in `CHROMIUM` gets that one and no other.
 */
export function chromiumEnvironment(): Readonly<Record<string, string>> {
  const whole = findChromium()
  if (whole === undefined) return {}
  const shell = join(dirname(whole), basename(debianShell))
  return process.env['CHROMIUM'] || !existsSync(shell)
    ? { CHROMIUM: whole }
    : { CHROMIUM: whole, CHROMIUM_SHELL: shell }
}

/** The path in `CHROMIUM`, or that of a Chromium or Chrome on this machine. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM']
  if (named) return existsSync(named) ? named : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...places, ...elsewhere].find((path) => existsSync(path))
}

/**
 * Answers with a path, or with the sentence that says what to do. `everything`: so much is to be
 * run that the browser without windows is worth a look for it over the network.
 */
export async function provideChromium(
  everything = false,
): Promise<{ path: string } | { advice: string }> {
  const named = process.env['CHROMIUM']
  if (named && !existsSync(named))
    return { advice: `CHROMIUM names ${named}, where there is no file.` }
  const missing = debians.filter((path) => !existsSync(path))
  const wanted = everything ? missing.length > 0 : findChromium() === undefined
  if (!named && wanted && canInstall()) await installOnDebian(missing)
  const found = findChromium()
  return found === undefined
    ? { advice: 'Journeys need Chromium: install it, or give its path in CHROMIUM.' }
    : { path: found }
}

function canInstall(): boolean {
  const isDebian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
  const usesAnother = findChromium() !== undefined && !existsSync('/usr/bin/chromium')
  return process.getuid?.() === 0 && isDebian && !usesAnother
}

/** The second may be left out: an older Debian does not have it. */
async function installOnDebian(missing: readonly string[]): Promise<void> {
  process.stderr.write('Installing Chromium for the journeys...\n')
  if (!(await apt('update'))) return
  for (const path of missing) await apt('install', '-y', '--no-install-recommends', basename(path))
}

function apt(...args: readonly string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawn('apt-get', ['-q', ...args], { env, stdio: ['ignore', 2, 2] })
  return new Promise((done) => {
    run.on('error', () => {
      done(false)
    })
    run.on('close', (status) => {
      done(status === 0)
    })
  })
}
