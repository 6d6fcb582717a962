/**
 * The door of every npm script: `node tools/enter.mjs TASK [arguments]`. Runs on any Node from 18
 * on; installs by the lock file what is missing, then hands over to the pinned Node.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, delimiter, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const at = (path) => join(root, path)
const platform = `${process.platform}-${process.arch}`

/** Task -> the script that carries it out, and its first arguments. */
const tasks = {
  start: ['tools/start.ts'],
  test: ['tools/test.ts'],
  reset: ['tools/reset.ts'],
  build: ['tools/build.ts'],
  bench: ['bench/main.ts'],
  mitid: ['apps/server/command/mitid.ts'],
  'mitid-phone': ['apps/phone/command/mitid-phone.ts'],
  'mitid-verify': ['packages/protocol/command/mitid-verify.ts'],
  lint: ['node_modules/eslint/bin/eslint.js', '.'],
  types: ['node_modules/typescript/bin/tsc'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.'],
}

const [task, ...given] = process.argv.slice(2)
const [script, ...first] = tasks[task] ?? []
if (script === undefined)
  fail(`There is no task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`)

if (!isInstalled()) install()
const node = pinnedNode() ?? fail(noPinnedNode())
if (!existsSync(at(script))) fail(`${script} is missing from this checkout. Run "git status".`)
handOver(node, [at(script), ...first, ...given])

/** Installed is what the lock file asks for, whoever installed it. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  if (wanted === undefined)
    fail('package-lock.json is missing. Run "git checkout package-lock.json".')
  if (present === undefined || pinnedNode() === undefined) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      optional === true ||
      !path.startsWith('node_modules/') ||
      (path in present && present[path].version === version),
  )
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(at(path), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** The package of the pinned Node has another name on some platforms. */
function pinnedNode() {
  const places = ['node', 'node-bin'].map((name) => at(`node_modules/${name}-${platform}/bin/node`))
  return places.find((path) => existsSync(path))
}

function noPinnedNode() {
  const known = Object.keys(
    JSON.parse(readFileSync(at('package.json'), 'utf8')).optionalDependencies,
  )
  return known.some((name) => name.startsWith('node') && name.endsWith(platform))
    ? `npm left out the pinned Node. Run "npm ci --include=optional", then the same command again.`
    : `This runs on Linux and macOS, x64 and arm64; there is no Node and PostgreSQL for ${platform}.`
}

/** npm runs under the machine's own Node, because it replaces the folder that holds the pinned one. */
function install() {
  process.stderr.write(
    'Installing what package-lock.json lists (a minute or two the first time)...\n',
  )
  const options = ['--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const [command, ...before] = npmCommand()
  const { status, error } = spawnSync(command, [...before, 'ci', ...options, '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    env: { ...process.env, PATH: pathWithoutOurs() },
  })
  if (error) fail(`npm could not be started (${error.message}). Install npm, then try again.`)
  if (status !== 0)
    fail('npm could not install the packages, see above. Check the network, then try again.')
}

function npmCommand() {
  const { npm_execpath: npm, npm_node_execpath: under } = process.env
  return npm && under && basename(npm) === 'npm-cli.js' && !under.startsWith(at('node_modules'))
    ? [under, npm]
    : ['npm']
}

function pathWithoutOurs() {
  const entries = (process.env.PATH ?? '').split(delimiter)
  return entries.filter((entry) => !entry.startsWith(at('node_modules'))).join(delimiter)
}

/** Becomes the pinned Node where this one can; otherwise starts it and shares its fate. */
function handOver(node, args) {
  process.env.NODE_COMPILE_CACHE ??= at('node_modules/.cache/node')
  process.env.PATH = [at('node_modules/.bin'), pathWithoutOurs()].join(delimiter)
  if (process.execve) process.execve(node, [node, ...args])
  const child = spawn(node, args, { stdio: 'inherit' })
  child.on('error', (error) => fail(`The pinned Node does not run here (${error.message}).`))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (signal === 'SIGINT' ? undefined : child.kill(signal)))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
