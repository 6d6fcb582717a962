/**
 * The floor: what a sign-in cannot do without, done in the barest way. The certified library over
 * its own memory, OPAQUE's two server steps, as many signatures, checks and durable single-row
 * commits as the real sign-in was counted to make, and node:http for all other calls.
 */
import { createHmac, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { ready as opaqueReady, server as opaque } from '@serenity-kit/opaque'
import pg from 'pg'
import { openFloorProvider } from './floor-provider.ts'
import { floorCalls, readFloorSettings, type FloorCall } from './floor.ts'

await opaqueReady
const settings = readFloorSettings(process.env['FLOOR'])
const provider = openFloorProvider(settings)
const calls: readonly FloorCall[] = floorCalls[settings.way]
const library = provider.callback() as (call: IncomingMessage, answer: ServerResponse) => void

const pool = new pg.Pool({ connectionString: settings.databaseUrl, max: 20 })
await pool.query(
  'create table floor (id bigint generated always as identity primary key, row bytea)',
)
const row = randomBytes(600)

const key = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const message = randomBytes(1_500)
const dsaEncoding = 'ieee-p1363'
const signature = sign('sha256', message, { key: key.privateKey, dsaEncoding })

const opaqueSetup = opaque.createSetup()
const userIdentifier = 'floor/1'
const registered: { record?: string } = {}
const logins = new Map<string, string>()
const pages = new Map<string, ServerResponse>()

const page = `<!doctype html>${'x'.repeat(8_000)}`

createServer((request, response) => {
  const [, place, uid, name] = (request.url ?? '').split('/')
  request.headers['x-forwarded-proto'] = 'https'
  if (place !== 'interaction' || uid === undefined) library(request, response)
  else
    answer(request, response, uid, name).catch((fault: unknown) => {
      process.stderr.write(`${String(fault)}\n`)
      response.destroy()
    })
}).listen(settings.port, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ ready: true })}\n`)
})

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  uid: string,
  name: string | undefined,
): Promise<void> {
  const body = await read(request)
  if (name === undefined) send(response, 'text/html; charset=utf-8', page)
  else if (name === 'events') wait(response, uid)
  else {
    const call = calls.find((each) => each === name)
    if (call) await work(calls.indexOf(call))
    if (call === 'device-code') checkCode()
    if (call !== undefined && call === calls.at(-1))
      sendJson(response, { location: await finished(request, response) })
    else if (name === 'user-id') send(response, 'text/html; charset=utf-8', page)
    else sendJson(response, step(uid, call, body))
  }
}

/** OPAQUE where a sign-in has it; the page is told where a sign-in tells it. */
function step(uid: string, call: FloorCall | undefined, body: string): object {
  const { request, record, ke1, ke3 } = JSON.parse(body) as Partial<Record<string, string>>
  if (request !== undefined) {
    const registrationRequest = request
    const registering = { serverSetup: opaqueSetup, userIdentifier, registrationRequest }
    return { response: opaque.createRegistrationResponse(registering).registrationResponse }
  }
  if (record !== undefined) registered.record = record
  if (ke1 !== undefined) {
    const { serverLoginState, loginResponse } = opaque.startLogin({
      serverSetup: opaqueSetup,
      userIdentifier,
      registrationRecord: registered.record,
      startLoginRequest: ke1,
    })
    logins.set(uid, serverLoginState)
    return { ke2: loginResponse }
  }
  if (ke3 !== undefined) {
    opaque.finishLogin({ serverLoginState: logins.get(uid) ?? '', finishLoginRequest: ke3 })
    logins.delete(uid)
  }
  if (call === 'claim') tell(uid, 'claimed')
  if (call === 'approve') tell(uid, 'approved')
  return { done: true }
}

/** The code of a step (RFC 4226 §5.3) and the proof of it, for now and for the step before. */
function checkCode(): void {
  for (const digest of ['sha1', 'sha256', 'sha1', 'sha256'])
    createHmac(digest, row.subarray(0, 32)).update(row.subarray(0, 200)).digest()
}

/** This call's part of the counted signatures, checks and commits. */
async function work(index: number): Promise<void> {
  const mine = (total: number) => Math.floor((total + index) / calls.length)
  for (let left = mine(settings.checks); left > 0; left -= 1)
    if (!verify('sha256', message, { key: key.publicKey, dsaEncoding }, signature))
      throw new Error()
  for (let left = mine(settings.signatures); left > 0; left -= 1)
    sign('sha256', message, { key: key.privateKey, dsaEncoding })
  for (let left = mine(settings.writes); left > 0; left -= 1)
    await pool.query({ name: 'row', text: 'insert into floor (row) values ($1)', values: [row] })
}

function finished(request: IncomingMessage, response: ServerResponse): Promise<string> {
  const login = { accountId: randomBytes(16).toString('hex') }
  return provider.interactionResult(request, response, { login })
}

function wait(response: ServerResponse, uid: string): void {
  pages.set(uid, response)
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write('retry: 2000\n\n')
  response.once('close', () => pages.delete(uid))
}

function tell(uid: string, state: string): void {
  pages.get(uid)?.write(`event: state\ndata: ${state}\n\n`)
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function sendJson(response: ServerResponse, content: object): void {
  send(response, 'application/json; charset=utf-8', JSON.stringify(content))
}

function send(response: ServerResponse, type: string, body: string): void {
  const length = String(Buffer.byteLength(body))
  response.writeHead(200, { 'content-type': type, 'content-length': length }).end(body)
}
