/** Apps without screens, each in a folder of its own, and the line between them and the app's edge. */
import type { FastifyInstance } from 'fastify'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderStore } from '../../apps/phone/command/folder-store.ts'
import { openPhone, serverClock, type Phone } from '../../apps/phone/src/core/index.ts'
import { random } from './random.ts'

export const appOrigin = 'http://localhost:3952'

export function openLine(edge: FastifyInstance) {
  const folders: string[] = []

  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mitid-phone-test-'))
    folders.push(folder)
    return folder
  }
  /** What went over the wire last, for tests of bytes. */
  const wire: { path: string; status: number; body: string; asked: string }[] = []
  const send: typeof fetch = async (url, init) => {
    const path = new URL(url instanceof Request ? url.url : url).pathname
    const asked = typeof init?.body === 'string' ? init.body : ''
    const answer = await edge.inject({
      method: init?.method === 'POST' ? 'POST' : 'GET',
      url: path,
      headers: { host: new URL(appOrigin).host, ...(init?.headers as Record<string, string>) },
      payload: asked,
    })
    wire.push({ path, status: answer.statusCode, body: answer.body, asked })
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type']) },
    })
  }
  /** A line on which the answer to the `nth` next call of `path` is lost after it was given. */
  const losing = (path: string, nth = 1): typeof fetch => {
    let left = nth
    return async (url, init) => {
      const answer = await send(url, init)
      if (wire.at(-1)?.path !== path) return answer
      left -= 1
      if (left === 0) throw new TypeError('the connection was cut off')
      return answer
    }
  }
  const phoneOn = (folder: string, through: typeof fetch = send): Phone =>
    openPhone(
      folderStore(folder),
      {
        app: appOrigin,
        fetch: through,
        random,
        clock: serverClock(() => Date.now() / 1000),
      },
      'test',
    )

  return {
    wire,
    send,
    losing,
    phoneOn,
    newFolder,
    async copyOf(folder: string): Promise<string> {
      const copy = await newFolder()
      await cp(folder, copy, { recursive: true })
      return copy
    },
    async close() {
      for (const folder of folders) await rm(folder, { recursive: true, force: true })
    },
  }
}
