/**
 * Keeps the app itself for offline use, whole versions at a time. It never touches `/api`: what a
 * person asks and answers goes to the server or nowhere.
 */
import { base64url } from '@open-mitid/kernel'
import type { WorkerMessage } from './worker-message.ts'

/** What this file needs of a worker's scope (Service Workers §4.1), beside what a page has too. */
type Scope = {
  readonly clients: {
    claim(): Promise<void>
    matchAll(): Promise<readonly { postMessage(message: WorkerMessage): void }[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void,
  ): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
type FetchEvent = Event & {
  readonly request: Request
  respondWith(response: Promise<Response>): void
  waitUntil(work: Promise<unknown>): void
}

const worker = globalThis as unknown as Scope
/** The list of all files of a build, by Vite; its text names the version. */
const list = '/files.json'
const page = '/'
/** Where the app opens, with and without a link. */
const doors = new Set([page, '/q', '/s', '/activate', '/h'])
/** Kept beside what the build lists. */
const besides = ['/manifest.webmanifest', '/icons/icon-192.png', '/icons/mark.svg']
const prefix = 'app-'

worker.addEventListener('install', (event) => {
  event.waitUntil(keepNewest().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim())
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && doors.has(pathname)) {
    event.respondWith(kept(page).then((response) => response ?? fetch(request)))
    event.waitUntil(keepNewest().catch(() => undefined))
  } else if (pathname === '/config.json') {
    event.respondWith(freshOrKept(request))
  } else if (pathname.startsWith('/assets/') || besides.includes(pathname)) {
    event.respondWith(kept(pathname).then((response) => response ?? fetch(request)))
  }
})

/** Fetches a version that is not kept yet, all of it or none; the version before stays for open pages. */
async function keepNewest(): Promise<void> {
  const answer = await fetch(list, { cache: 'no-store' })
  if (!answer.ok) return
  const text = await answer.text()
  const name = prefix + (await digestOf(text))
  if (await caches.has(name)) return
  const before = (await caches.keys()).filter((key) => key.startsWith(prefix))
  const files = [page, ...filesIn(JSON.parse(text) as Built), ...besides]
  const bodies = await Promise.all(files.map((file) => fetch(file, { cache: 'reload' })))
  if (bodies.some(({ ok }) => !ok)) return
  const cache = await caches.open(name)
  await Promise.all(bodies.map((body, at) => cache.put(files[at] ?? page, body)))
  await Promise.all(before.slice(0, -1).map((key) => caches.delete(key)))
  if (before.length === 0) return
  for (const client of await worker.clients.matchAll()) client.postMessage('new-version')
}

/** From the newest version that has it: names of assets carry their content's hash. */
async function kept(path: string): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((key) => key.startsWith(prefix))
  for (const name of names.toReversed()) {
    const found = await (await caches.open(name)).match(path)
    if (found) return found
  }
  return undefined
}

/** The server's word while it can be heard, the last one otherwise. */
async function freshOrKept(request: Request): Promise<Response> {
  const cache = await caches.open('settings')
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(request, fresh.clone())
    return fresh
  } catch (error) {
    const last = await cache.match(request)
    if (last) return last
    throw error
  }
}

type Built = Readonly<
  Record<string, { file: string; css?: readonly string[]; assets?: readonly string[] }>
>

/** Every file that Vite's manifest names. */
function filesIn(manifest: Built): string[] {
  const all = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [
    file,
    ...css,
    ...assets,
  ])
  return [...new Set(all)].filter((file) => file.startsWith('assets/')).map((file) => `/${file}`)
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return base64url(new Uint8Array(digest))
}
