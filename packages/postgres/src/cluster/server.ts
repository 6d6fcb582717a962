/** One PostgreSQL server process on one data folder: made, started, found, stopped. */
import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

export const superuser = 'mitid'

export type Tuning = { readonly durable: boolean; readonly small: boolean }

/** What the postmaster says of itself in postmaster.pid, which only PostgreSQL writes and deletes. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string }

/** No inherited PG* variable, locale or time zone reaches the server. */
const environment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/**
 * Initialises beside the data folder and renames: two at once cannot both win, and a crash in the
 * middle leaves nothing that looks like data.
 */
export function initialise(
  place: Place,
  binaries: Binaries,
  account: Account | undefined,
  tuning: Tuning,
): void {
  if (existsSync(place.data)) return
  removeAbandonedDrafts(place)
  const draft = join(place.home, `${draftPrefix}${String(process.pid)}`)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  if (account) chownSync(draft, account.uid, account.gid)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const options = ['--auth=trust', '--encoding=UTF8', ...locale, ...(tuning.durable ? [] : ['-N'])]
  try {
    execFileSync(binaries.initdb, ['-D', draft, '-U', superuser, ...options], {
      ...account,
      cwd: '/',
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    renameSync(draft, place.data)
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(place.data)) return
    const said = String((cause as { stderr?: unknown }).stderr ?? cause).trim()
    const advice = 'Set DATABASE_URL to use a PostgreSQL of your own instead.'
    throw new Error(`PostgreSQL could not make its data in ${place.home}: ${said}\n${advice}`, {
      cause,
    })
  }
}

const draftPrefix = 'draft-'

function removeAbandonedDrafts(place: Place): void {
  for (const name of readdirSync(place.home).filter((entry) => entry.startsWith(draftPrefix)))
    if (!isAlive(Number(name.slice(draftPrefix.length))))
      rmSync(join(place.home, name), { recursive: true, force: true })
}

/** Detached: a launcher that is killed leaves a server that the next launcher adopts. */
export function startServer(
  place: Place,
  binaries: Binaries,
  account: Account | undefined,
  tuning: Tuning,
): ChildProcess {
  if (existsSync(place.log)) renameSync(place.log, `${place.log}.1`)
  const log = openSync(place.log, 'a', 0o600)
  const settings = settingsOf(place, tuning).flatMap((setting) => ['-c', setting])
  const server = spawn(binaries.postgres, ['-D', place.data, ...settings], {
    ...account,
    cwd: '/',
    env: environment,
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  server.unref()
  return server
}

function settingsOf(place: Place, tuning: Tuning): string[] {
  return [
    'listen_addresses=',
    'port=5432',
    `unix_socket_directories=${place.socketFolder}`,
    'unix_socket_permissions=0700',
    'max_connections=100',
    `shared_buffers=${tuning.small ? '48MB' : '128MB'}`,
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    ...(tuning.small ? ['autovacuum=off', 'max_wal_senders=0', 'wal_level=minimal'] : []),
    ...(tuning.durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ]
}

/** The live postmaster on our data folder, if its lock file names a process that exists. */
export function findPostmaster(place: Place): Postmaster | undefined {
  const lines = readLockFile(place)
  const pid = Number(lines[0])
  const socketFolder = lines[4]
  return socketFolder && isAlive(pid) ? { pid, socketFolder } : undefined
}

function readLockFile(place: Place): readonly string[] {
  try {
    return readFileSync(join(place.data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, nothing committed is lost. */
export function askToStop(pid: number): void {
  if (isAlive(pid)) process.kill(pid, 'SIGINT')
}

/** A process of another user counts as alive. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
