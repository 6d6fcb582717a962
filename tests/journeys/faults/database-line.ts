/**
 * A line between the server and PostgreSQL on which one chosen round trip can be the last: it is
 * cut before the request gets through, or when the answer has come and nobody has heard it.
 */
import { Buffer } from 'node:buffer'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, createConnection, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type DatabaseLine = {
  /** The folder of the socket that the server connects to. */
  readonly folder: string
  /** After so many round trips from now `strike` is called, and nothing gets through any more. */
  cutAfter(trips: number, strike: () => void): void
  /** Lets through what comes from now on; answers whether the line had been cut. */
  mend(): boolean
  close(): Promise<void>
}

type Cut = { left: number; readonly strike: () => void; done: boolean }

const socketName = '.s.PGSQL.5432'
const sync = 'S'.charCodeAt(0)
const readyForQuery = 'Z'.charCodeAt(0)

export async function openDatabaseLine(target: string): Promise<DatabaseLine> {
  const folder = await mkdtemp(join(tmpdir(), 'mitid-line-'))
  const open = new Set<Socket>()
  let cut: Cut | undefined

  const hit = (here: Cut) => {
    here.done = true
    here.strike()
    for (const socket of open) socket.destroy()
  }
  const server = createServer((client) => {
    const database = createConnection(join(target, socketName))
    let greeted = false
    const asked = messages({ startup: true }, (type, message) => {
      if (cut?.done) return
      if (cut?.left === 0 && type === sync) hit(cut)
      else database.write(message)
    })
    const told = messages({ startup: false }, (type, message) => {
      if (cut?.done) return
      // The first of them only says that the connection stands.
      const trip = type === readyForQuery && greeted
      greeted ||= type === readyForQuery
      if (trip && cut) cut.left -= 1
      if (trip && cut?.left === 0) hit(cut)
      else client.write(message)
    })
    client.on('data', asked)
    database.on('data', told)
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        client.destroy()
        database.destroy()
        open.delete(socket)
      })
    }
  })
  await new Promise<void>((resolve) => server.listen(join(folder, socketName), resolve))

  return {
    folder,
    cutAfter(trips, strike) {
      cut = { left: trips, strike, done: false }
    },
    mend() {
      const done = cut?.done ?? false
      cut = undefined
      return done
    },
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

/** PostgreSQL's messages, whole, however the bytes come (PostgreSQL 18, §54.7). */
function messages(
  { startup }: { readonly startup: boolean },
  each: (type: number, message: Buffer) => void,
): (chunk: Buffer) => void {
  let typeless = startup
  let kept = Buffer.alloc(0)
  return (chunk) => {
    kept = Buffer.concat([kept, chunk])
    for (;;) {
      const head = typeless ? 0 : 1
      if (kept.length < head + 4) return
      const length = head + kept.readInt32BE(head)
      if (kept.length < length) return
      const message = kept.subarray(0, length)
      kept = kept.subarray(length)
      each(typeless ? 0 : (message[0] ?? 0), message)
      typeless = false
    }
  }
}
