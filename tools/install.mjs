/**
 * Installs what package-lock.json lists. Runs on any Node from 18 on, and so leaves the work to the
 * pinned one: npm silently skips optional packages that ask for a newer Node than it runs on.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const lockFile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules/.installed-from')
const platform = `${process.platform}-${process.arch}`

/** The pinned Node's path, everything being installed. Throws a sentence that says what to do. */
export function installed() {
  if (!existsSync(lockFile))
    throw new Error('package-lock.json is missing. Run "git checkout package-lock.json".')
  const name = pinnedPackage()
  const node = join(root, 'node_modules', name, 'bin/node')
  if (!isInstalled() || !existsSync(node)) install(name)
  if (!existsSync(node))
    throw new Error(`npm left out ${name}. Remove "omit=optional" from its settings, try again.`)
  return node
}

/** The package of the pinned Node has another name on some platforms. */
function pinnedPackage() {
  const { optionalDependencies } = readJson(join(root, 'package.json'))
  const names = ['node', 'node-bin'].map((name) => `${name}-${platform}`)
  const found = names.find((name) => name in optionalDependencies)
  if (found === undefined)
    throw new Error(`This runs on Linux and macOS, x64 and arm64, not on ${platform}.`)
  return found
}

/** By us for this very lock file, or by somebody's hand with the same outcome. */
function isInstalled() {
  if (readOr('', stamp) === hashOfLock()) return true
  const present = JSON.parse(readOr('{}', join(root, 'node_modules/.package-lock.json'))).packages
  if (present === undefined) return false
  return Object.entries(readJson(lockFile).packages)
    .filter(([path, entry]) => path.startsWith('node_modules/') && isForUs(entry))
    .every(([path, { version }]) => path in present && present[path].version === version)
}

function isForUs({ optional, os, cpu, libc }) {
  if (!optional) return true
  const fits = os?.includes(process.platform) && cpu?.includes(process.arch)
  return fits === true && (libc === undefined || libc.includes(ourLibc()))
}

function ourLibc() {
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

function install(pinned) {
  process.stderr.write('Installing what package-lock.json lists (a minute the first time)...\n')
  const borrowed = mkdtempSync(join(tmpdir(), 'mitid-node-'))
  try {
    const node = isNewEnough() ? process.execPath : borrowNode(pinned, borrowed)
    npm(root, node, ['ci', '--include=dev', '--include=optional', '--loglevel=error'])
    writeFileSync(stamp, hashOfLock())
  } finally {
    rmSync(borrowed, { recursive: true, force: true })
  }
}

function isNewEnough() {
  const least = readJson(join(root, 'package.json')).engines.node.replace('>=', '')
  const [[major, minor], [leastMajor, leastMinor]] = [process.versions.node, least].map((version) =>
    version.split('.').map(Number),
  )
  return major > leastMajor || (major === leastMajor && minor >= leastMinor)
}

/** Installs the pinned Node alone, with the checksum of our lock file, outside node_modules. */
function borrowNode(name, folder) {
  const entry = { ...readJson(lockFile).packages[`node_modules/${name}`], optional: false }
  const dependencies = { [name]: entry.version }
  const packages = { '': { dependencies }, [`node_modules/${name}`]: entry }
  const write = (file, content) => writeFileSync(join(folder, file), JSON.stringify(content))
  write('package.json', { private: true, dependencies })
  write('package-lock.json', { lockfileVersion: 3, requires: true, packages })
  npm(folder, process.execPath, ['ci', '--silent', '--ignore-scripts'])
  return join(folder, 'node_modules', name, 'bin/node')
}

function npm(cwd, node, args) {
  const script = npmScript()
  const [command, ...first] = script === undefined ? ['npm'] : [node, script]
  const options = ['--no-audit', '--no-fund']
  const { status, error } = spawnSync(command, [...first, ...args, ...options], {
    cwd,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, PATH: pathWithoutOurs() },
  })
  if (error) throw new Error(`npm does not start (${error.message}). Install npm, then try again.`)
  if (status !== 0)
    throw new Error('npm could not install the packages, see above. Check the network, try again.')
}

/** npm as a script, so that any Node can run it: the npm we were started by, or the one in PATH. */
function npmScript() {
  const folders = pathWithoutOurs().split(delimiter)
  const candidates = [process.env.npm_execpath ?? '', ...folders.map((path) => join(path, 'npm'))]
  return candidates
    .filter((path) => path !== '' && existsSync(path))
    .map((path) => realpathSync(path))
    .find((path) => basename(path) === 'npm-cli.js')
}

/** While packages are replaced, nothing may be started from among them. */
export function pathWithoutOurs() {
  const entries = (process.env.PATH ?? '').split(delimiter)
  return entries.filter((entry) => !entry.startsWith(join(root, 'node_modules'))).join(delimiter)
}

function hashOfLock() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex')
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function readOr(fallback, path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : fallback
}
