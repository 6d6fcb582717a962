/** Where one cluster lives on this machine: its data, its log, its socket. */
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import type { Account } from './account.ts'

export type Place = {
  /** Holds everything of this cluster except its socket; deleting it deletes the cluster. */
  readonly home: string
  readonly data: string
  readonly log: string
  /** Holds the copied binaries, shared by the clusters beside this one. */
  readonly binaries: string
  /** 0700, because whoever reaches the socket is let in. Socket paths end at 107 bytes, so it is short. */
  readonly socketFolder: string
}

/**
 * As root the cluster moves out of the checkout, which `nobody` may be unable to enter (the home of
 * root), to `/var/lib/mitid/<hash>`: of the folder's path, and of a mark in the folder, so that a
 * checkout made anew in the same place does not find the data of the deleted one, which are
 * sealed under keys that are gone.
 */
export function placeOf(folder: string, account: Account | undefined): Place {
  const path = resolve(folder)
  const named = account ? `${path}|${markOf(path)}` : path
  const hash = createHash('sha256').update(named).digest('hex').slice(0, 12)
  const home = account ? join('/var/lib/mitid', hash) : path
  return {
    home,
    data: join(home, 'data'),
    log: join(home, 'postgres.log'),
    binaries: dirname(home),
    socketFolder: join(tmpdir(), `mitid-${String(process.getuid?.() ?? 0)}-${hash}`),
  }
}

/** Whoever comes first draws it; a link is made whole or not at all. */
function markOf(folder: string): string {
  const file = join(folder, 'mark')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const drawn = join(folder, `mark-${randomBytes(6).toString('hex')}`)
    writeFileSync(drawn, randomBytes(16).toString('hex'))
    try {
      linkSync(drawn, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(drawn)
    }
  }
  return readFileSync(file, 'utf8')
}

/** Makes the folders, and refuses a socket folder that somebody else has put there. */
export function preparePlace(place: Place, account: Account | undefined): void {
  mkdirSync(dirname(place.home), { recursive: true })
  own(place.home, account)
  own(place.socketFolder, account)
}

function own(folder: string, account: Account | undefined): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  const owners = [process.getuid?.(), account?.uid]
  if (!found.isDirectory() || !owners.includes(found.uid))
    throw new Error(`${folder} belongs to another user. Remove it, then start again.`)
  if (made !== undefined || (found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  if (account && found.uid !== account.uid) chownSync(folder, account.uid, account.gid)
}
