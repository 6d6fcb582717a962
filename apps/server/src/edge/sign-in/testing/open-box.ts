/** The box on a database of its own, and browsers with their own cookies in front of it. */
import { randomBytes } from 'node:crypto'
import { openSignIn } from '@open-mitid/identity/sign-in'
import { registerService } from '@open-mitid/identity/service'
import type { Bytes } from '@open-mitid/kernel'
import {
  keepDecoyPassword,
  localKeyVault,
  openDatabase,
  openKeyRing,
  openVault,
  postgresServices,
  postgresSignIns,
  type Trip,
} from '@open-mitid/postgres'
import { freshDatabase } from '@open-mitid/postgres/testing'
import { boxUseCases, passwordPorts } from '../../../compose-box.ts'
import { openLog } from '../../../log.ts'
import {
  newDecoyRecord,
  newOpaqueSetup,
  openOpaqueServers,
} from '../../../outbound/opaque/index.ts'
import { processSignals } from '../../../outbound/signals/process-signals.ts'
import { rememberBrowser } from '../../browser-cookie.ts'
import { openEdge } from '../../edge.ts'
import { openMetrics } from '../../metrics.ts'
import { openFreshViews, signInEdge } from '../index.ts'

export const random = (length: number): Bytes => Uint8Array.from(randomBytes(length))

export type Visitor = Awaited<ReturnType<Awaited<ReturnType<typeof openBox>>['begin']>>

/** Answers on that port; the app is said to be on the next. */
export async function openBox(port: number) {
  const origin = `http://localhost:${port}`
  const appOrigin = `http://localhost:${port + 1}`
  const trips: Trip[] = []
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max: 4, onTrip: (trip) => void trips.push(trip) })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  const vault = await openVault(db, localKeyVault(keys))
  const ring = await openKeyRing(db, vault, 'evidence', random)
  const signals = processSignals()
  const signIns = postgresSignIns(db, vault)
  const opaque = await openOpaqueServers(await newOpaqueSetup())
  await keepDecoyPassword(db, vault, await newDecoyRecord(opaque.passwordServer))
  const ports = {
    signIns,
    signals,
    random,
    mac: vault.mac,
    evidence: ring.current,
    passwordServer: opaque.passwordServer,
    ...passwordPorts(db, vault),
  }
  const app = await openEdge(
    {
      name: 'oidc',
      origin,
      schemeName: 'MitID',
      logger: openLog('error'),
      metrics: openMetrics(),
      ready: () => Promise.resolve(true),
    },
    [
      signInEdge({
        schemeName: 'MitID',
        appOrigin,
        citizenOrigin: 'http://localhost:1',
        assets: {
          stylesheets: ['/client/page.css'],
          scripts: {
            box: '/client/box.js',
            return: '/client/return.js',
            browser: '/client/browser.js',
          },
          fonts: [],
          icon: '/client/mark.svg',
          files: new Map(),
        },
        signals,
        opened: openFreshViews(signals),
        onward: ({ id }) => `/auth/of-${id}`,
        ...boxUseCases(ports),
      }),
    ],
  )
  await app.listen({ host: '127.0.0.1', port })
  const service = await registerService({
    services: postgresServices(db, vault),
    random,
    surface: 'sandbox',
  })({
    organisation: 'Bank A/S',
    clientId: 'bank',
    name: 'Sundby Bank',
    domain: 'bank.example',
    authentication: { method: 'client_secret_basic', secretSha256: random(32) },
    redirectUris: ['https://bank.example/callback'],
    postLogoutRedirectUris: [],
    legalBases: [],
    replace: false,
  })
  if (!service.ok) throw new Error(service.refusal.kind)
  const client = { id: service.value.id, name: 'Sundby Bank', domain: 'bank.example' }

  return {
    origin,
    appOrigin,
    db,
    vault,
    /** What the database was asked, in order. */
    trips,
    /** A browser with its own cookies, in front of a sign-in that it began. */
    begin: async () => {
      const { hash, setCookie } = rememberBrowser(undefined)
      const opened = await openSignIn(ports)({
        client,
        kind: 'approve',
        display: { lang: 'da', lines: [{ label: 'Overførsel', value: '2.300 kr.' }] },
        browser: hash,
      })
      if (!opened.ok) throw new Error('not opened')
      const { id } = opened.value
      const path = `/sign-in/${id}`
      const send = browserWith(origin, setCookie)
      const get = (url = '') => send(path + url)
      const post = (url: string, form: Record<string, string> = {}, script = true) =>
        send(path + url, { method: 'POST', body: new URLSearchParams(form), script })
      return { id, path, send, get, post }
    },
    async close() {
      await app.close()
      ring.close()
      await db.close()
      await fresh.drop()
    },
  }
}

/** Sends what a page's own script sends, or, without `script`, what its forms send. */
function browserWith(origin: string, setCookie: string) {
  const cookies = new Map<string, string>()
  const keep = (set: readonly string[]) => {
    for (const cookie of set) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
  }
  keep([setCookie])
  return async (url: string, init: RequestInit & { script?: boolean } = {}) => {
    const { script = true, ...request } = init
    const headers = {
      cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
      'sec-fetch-site': 'same-origin',
      ...(script ? { 'mitid-script': '1' } : {}),
      ...(request.headers as Record<string, string> | undefined),
    }
    const answer = await fetch(origin + url, { ...request, headers, redirect: 'manual' })
    keep(answer.headers.getSetCookie())
    return answer
  }
}

/** What a page holds for its script under that name. */
export function shown(page: string, name: string): string {
  return new RegExp(`data-${name}="([^"]*)"`, 'u').exec(page)?.[1] ?? ''
}

/** The states of an event stream, one after the other. */
export async function* statesOf(stream: Response): AsyncGenerator<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of stream.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    const messages = text.split('\n\n')
    text = messages.pop() ?? ''
    for (const message of messages) {
      const state = /^event: state\ndata: (.*)$/u.exec(message)?.[1]
      if (state !== undefined) yield state
    }
  }
}
