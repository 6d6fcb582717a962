/** Where one cluster lives on this machine: its data, its log, its socket. */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync } from 'node:fs'
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
 * As root the cluster moves out of the checkout, which `nobody` may be unable to enter
 * (`/root/...`), to `/var/lib/mitid/<hash of the folder's path>`.
 */
export function placeOf(folder: string, account: Account | undefined): Place {
  const path = resolve(folder)
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 12)
  const home = account ? join('/var/lib/mitid', hash) : path
  return {
    home,
    data: join(home, 'data'),
    log: join(home, 'postgres.log'),
    binaries: dirname(home),
    socketFolder: join(tmpdir(), `mitid-${String(process.getuid?.() ?? 0)}-${hash}`),
  }
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
