/** The website on a database of its own, with browsers that keep cookies in front of it. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { processSignals } from '../../../outbound/signals/process-signals.ts'
import { localKeyVault, openDatabase, openVault } from '@open-mitid/postgres'
import { freshDatabase, openQueries } from '@open-mitid/postgres/testing'
import type { PersonId } from '@open-mitid/identity/person'
import type { Bytes } from '@open-mitid/kernel'
import { enrolmentEdge } from '../../../compose-enrolment.ts'
import { openLog } from '../../../log.ts'
import { openEdge } from '../../edge.ts'
import { openMetrics } from '../../metrics.ts'
import { citizenEdge } from '../citizen-edge.ts'
import { openOutside } from './outside.ts'

const random = (length: number): Bytes => Uint8Array.from(randomBytes(length))

type Settings = {
  readonly port: number
  readonly scheme?: string
  readonly sandbox?: boolean
  /** What the build made; without it pages have no styles and scripts. */
  readonly clientFolder?: string
}

export type Citizens = Awaited<ReturnType<typeof openCitizens>>

export async function openCitizens(settings: Settings) {
  const { port, scheme = 'MitID', sandbox = true } = settings
  const origin = `http://localhost:${String(port)}`
  const empty = settings.clientFolder === undefined ? emptyClient() : undefined
  const fresh = await freshDatabase()
  const db = openDatabase(fresh.url, { max: 6 })
  const keys = { madeFor: 'development', master: random(32), mac: random(32) } as const
  const vault = await openVault(db, localKeyVault(keys))
  const activationSignals = processSignals<PersonId, 'active'>()
  const { olderEid, register, world, know } = openOutside()
  const enrolment = enrolmentEdge({ db, vault, random }, { olderEid, register, activationSignals })
  const app = await openEdge(
    {
      name: 'citizen',
      origin,
      schemeName: scheme,
      logger: openLog('error'),
      metrics: openMetrics(),
      ready: () => Promise.resolve(true),
    },
    [
      citizenEdge({
        scheme,
        sandbox,
        origin,
        issuer: `http://localhost:${String(port - 2)}`,
        app: `http://localhost:${String(port - 1)}`,
        clientFolder: settings.clientFolder ?? empty ?? '',
        enrolment,
      }),
    ],
  )
  return {
    app,
    origin,
    db,
    vault,
    world,
    know,
    activationSignals,
    queries: openQueries(fresh.url),
    browser: () => browserFor(app, `localhost:${String(port)}`),
    async close() {
      await app.close()
      await db.close()
      await fresh.drop()
      if (empty !== undefined) rmSync(empty, { recursive: true })
    },
  }
}

function emptyClient(): string {
  const folder = mkdtempSync(join(tmpdir(), 'citizen-client-'))
  writeFileSync(join(folder, 'page.css'), '')
  writeFileSync(join(folder, 'journey.js'), '')
  return folder
}

export type Browser = ReturnType<typeof browserFor>

type Injectable = Awaited<ReturnType<typeof openEdge>>

/** Sends what a page's own forms send, and follows where they lead. */
function browserFor(app: Injectable, host: string) {
  const cookies = new Map<string, string>()
  let at = ''
  const send = async (
    url: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ) => {
    const answer = await app.inject({
      url,
      method: form ? 'POST' : 'GET',
      headers: {
        host,
        accept: 'text/html',
        'sec-fetch-site': 'same-origin',
        cookie: [...cookies].map((pair) => pair.join('=')).join('; '),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...headers,
      },
      ...(form ? { payload: new URLSearchParams(form).toString() } : {}),
    })
    for (const { name, value } of answer.cookies) cookies.set(name, value)
    return answer
  }
  const follow = async (url: string, form?: Record<string, string>) => {
    let answer = await send(url, form)
    at = url
    for (let hops = 0; answer.statusCode === 303 && hops < 5; hops += 1) {
      at = String(answer.headers.location)
      answer = await send(at)
    }
    return answer
  }
  return {
    cookies,
    send,
    follow,
    /** Where the last page was. */
    at: () => at,
    /** The path of the enrolment that it is at. */
    own: () => /^\/..\/nemid\/enr_\w+/u.exec(at)?.[0] ?? '',
  }
}
