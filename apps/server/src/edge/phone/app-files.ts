/** The built app: read once at the start, so that a request can name nothing else. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readPacked, sendFile, type PackedFile } from '../packed-file.ts'
import { manifestPath } from './app-settings.ts'

/** By path under the app's origin, `/index.html` among them. */
export type AppFiles = ReadonlyMap<string, PackedFile>

/** Addresses that open the app; what they carry stands after `#` and never reaches us. */
export const entrances = ['/', '/q', '/s', '/activate', '/h'] as const

/** Reads the folder that the build made; files of other kinds, such as source maps, are left out. */
export function readAppFiles(folder: string): AppFiles {
  const files = [...readPacked(folder)]
  const all = new Map(files.map(([name, file]) => [`/${name}`, file]))
  if (!all.has('/index.html')) throw new Error(`The build has no index.html in ${folder}`)
  return all
}

/** Files are routes of their own, so that every other address is answered as nothing there. */
export function serveApp(edge: FastifyInstance, files: AppFiles): void {
  for (const [path, file] of files) {
    if (path === '/index.html' || path === manifestPath) continue
    edge.get(path, (request, reply) => send(request, reply, path, file))
  }
  const index = files.get('/index.html')
  if (!index) return
  for (const path of entrances)
    edge.get(path, (request, reply) => send(request, reply, path, index))
}

/** The build puts the hash of the content into the names under /assets/. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  file: PackedFile,
): FastifyReply {
  return sendFile(request, reply, file, path.startsWith('/assets/'))
}
