/** `npm start` to ready, without and with data, in a copy of this checkout; memory at rest. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { programs } from '../tools/programs.ts'
import { dataFolder, firstPort, root } from './installation/places.ts'
import { commandOf, memoryOf, tree } from './measure/processes.ts'
import type { Findings } from './measure/report.ts'

/** How long the server is left alone before its memory is read, in milliseconds. */
const rest = 10_000

export async function measureStart(): Promise<Findings> {
  mkdirSync(dataFolder, { recursive: true })
  const copy = mkdtempSync(join(dataFolder, 'start-'))
  try {
    copyCheckout(copy)
    const first = await run(copy, () => Promise.resolve(undefined))
    const second = await run(copy, memoryAtRest)
    const { server, all } = second.found
    return {
      figures: [
        { name: 'on empty data', value: first.seconds, unit: 's', target: { atMost: 30 } },
        { name: 'with data', value: second.seconds, unit: 's', target: { atMost: 10 } },
        { name: 'server at rest', value: server, unit: 'MiB', target: { atMost: 250 } },
        { name: 'all programs at rest', value: all, unit: 'MiB' },
      ],
      conditions: {
        'on empty data': 'installed, nothing built, no database',
        'with data': 'started again after it was stopped',
        memory: `resident memory ${rest / 1000} s after the start, without PostgreSQL`,
      },
    }
  } finally {
    reset(copy)
    rmSync(copy, { recursive: true, force: true })
  }
}

/** By hard links: a copy in name only, but for what is built and kept, which it starts without. */
function copyCheckout(copy: string): void {
  for (const name of readdirSync(root).filter((each) => !['.data', '.git'].includes(each)))
    execFileSync('cp', ['-al', join(root, name), copy])
  for (const { folder } of programs)
    rmSync(join(copy, folder, 'dist'), { recursive: true, force: true })
}

type Memory = { readonly server: number; readonly all: number }

async function run<Found>(copy: string, look: (pid: number) => Promise<Found>) {
  const from = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: copy,
    env: { ...process.env, PORT_BASE: String(firstPort), BROWSER: 'none' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await Promise.race([
    started(child),
    ended.then(() => {
      throw new Error('npm start ended before it was ready')
    }),
  ])
  const seconds = (performance.now() - from) / 1000
  const found = await look(child.pid ?? 0)
  process.kill(-(child.pid ?? 0), 'SIGINT')
  await ended
  return { seconds, found }
}

/** The line with the start page's address is printed when everything answers. */
function started({ stdout, stderr }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    for (const stream of [stdout, stderr]) {
      if (!stream) continue
      createInterface({ input: stream }).on('line', (line) => {
        if (line.includes(`http://localhost:${String(firstPort)}`)) resolve()
      })
    }
  })
}

async function memoryAtRest(pid: number): Promise<Memory> {
  await pause(rest)
  const found = tree(pid).filter((each) => !commandOf(each.pid).includes('postgres'))
  const mebibytes = (pids: readonly { readonly pid: number }[]) =>
    pids.reduce((sum, each) => sum + memoryOf(each.pid), 0) / 2 ** 20
  const server = found.filter((each) => commandOf(each.pid).includes('apps/server/dist/main.js'))
  return { server: mebibytes(server), all: mebibytes(found) }
}

/** The copy's PostgreSQL may lie outside it: the copy's own command takes it away. */
function reset(copy: string): void {
  execFileSync('npm', ['run', 'reset'], { cwd: copy, stdio: 'ignore' })
}
