/**
 * The door of every npm script: `node tools/enter.mjs TASK [arguments]`. Runs on any Node from 18
 * on; has everything installed, then hands over to the pinned Node.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { installed, pathWithoutOurs } from './install.mjs'

const root = resolve(fileURLToPath(import.meta.url), '../..')
const at = (path) => join(root, path)

/** Task -> the script that carries it out, and its first arguments. */
const tasks = {
  start: ['tools/start.ts'],
  test: ['tools/test.ts'],
  reset: ['tools/reset.ts'],
  build: ['tools/build.ts'],
  films: ['tools/films.ts'],
  picture: ['tools/picture.ts'],
  bench: ['bench/main.ts'],
  mitid: ['apps/server/command/mitid.ts'],
  'mitid-phone': ['apps/phone/command/mitid-phone.ts'],
  'build-android': ['apps/phone-android/command/build-android.ts'],
  'mitid-reader': ['apps/chip-reader/command/mitid-reader.ts'],
  'mitid-device': ['surroundings/code-device/command/mitid-device.ts'],
  'mitid-verify': ['packages/protocol/command/mitid-verify.ts'],
  lint: ['node_modules/eslint/bin/eslint.js', '.'],
  types: ['node_modules/typescript/bin/tsc'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level=warn', '.'],
}

const [task, ...given] = process.argv.slice(2)
const [script, ...first] = tasks[task] ?? []
try {
  if (script === undefined)
    throw new Error(`There is no task "${task}". Tasks: ${Object.keys(tasks).join(', ')}.`)
  const node = installed()
  if (!existsSync(at(script))) throw new Error(`${script} is missing here. Run "git status".`)
  handOver(node, [at(script), ...first, ...given])
} catch (error) {
  fail(error.message)
}

/** Becomes the pinned Node where this one can; otherwise starts it and shares its fate. */
function handOver(node, args) {
  process.env.PATH = [at('node_modules/.bin'), pathWithoutOurs()].join(delimiter)
  process.env.NODE_COMPILE_CACHE ??= at('node_modules/.cache/node')
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
