/** The floor's client: the same calls as a real sign-in makes, with as much in them. */
import { join } from 'node:path'
import { client as opaque, ready as opaqueReady } from '@serenity-kit/opaque'
import { openBrowser } from '../load/browser.ts'
import { locationOf } from '../load/browser.ts'
import { expectStatus, type Line } from '../load/call.ts'
import { openService, type ServiceClient } from '../load/service.ts'
import { origins, portOf } from '../installation/places.ts'
import { startProgram, type Running } from '../installation/program.ts'
import type { Counts } from './counts.ts'

/** The calls among which the counted work is divided. */
export const floorCalls = ['user-id', 'claim', 'prove', 'approve', 'finish'] as const
export type FloorCall = (typeof floorCalls)[number]

export type FloorSettings = Pick<Counts, 'writes' | 'signatures' | 'checks'> & {
  readonly port: number
  readonly issuer: string
  readonly databaseUrl: string
  readonly client: ServiceClient
}

/** What the floor's server was told by `startFloor`. */
export function readFloorSettings(text: string | undefined): FloorSettings {
  return JSON.parse(text ?? '') as FloorSettings
}

export function startFloor(
  databaseUrl: string,
  client: ServiceClient,
  { writes, signatures, checks }: Counts,
): Promise<Running> {
  const settings: FloorSettings = {
    port: portOf('floor'),
    issuer: origins.floor,
    databaseUrl,
    client,
    writes,
    checks: checks - 2, // the library checks the service's assertions itself, and makes
    signatures: signatures - 1, // the ID token's
  }
  const script = join(import.meta.dirname, 'floor-server.ts')
  return startProgram({ script, env: { FLOOR: JSON.stringify(settings) } })
}

const password = 'bench'
const keyStretching = { 'argon2id-custom': { iterations: 1, memory: 8, parallelism: 1 } } as const
/** As long as what an app sends in a claim and in an approval, proof and signatures included. */
const proof = 'x'.repeat(620)
const small = 'x'.repeat(90)
const large = 'x'.repeat(2_200)

/** Gives a function that signs in once at the floor. */
export async function openFloorClient(
  line: Line,
  client: ServiceClient,
): Promise<() => Promise<void>> {
  await opaqueReady
  const service = openService(line, origins.floor, client)
  const post = async (page: string, name: FloorCall, body: object) => {
    const headers = { 'content-type': 'application/json', 'mitid-proof': proof }
    const url = `${page}/${name}`
    const answer = await line.call({ method: 'POST', url, headers, body: JSON.stringify(body) })
    return JSON.parse(expectStatus(answer, 200, name).body) as Record<string, string>
  }
  await register(line)
  return async () => {
    const browser = openBrowser(line) // without the last one's session
    const pushed = await service.push()
    const page = locationOf(await browser.visit(pushed.authorization), pushed.authorization)
    expectStatus(await browser.visit(page), 200, 'the page')
    expectStatus(await browser.send(`${page}/user-id`, { user_id: small }), 200, 'the user ID')
    const told = await browser.listen(`${page}/events`)
    await post(page, 'claim', { small })
    await told.state('claimed')
    const { clientLoginState, startLoginRequest } = opaque.startLogin({ password })
    const { ke2 = '' } = await post(page, 'prove', { ke1: startLoginRequest })
    const login = { clientLoginState, loginResponse: ke2, password, keyStretching }
    const { finishLoginRequest } = opaque.finishLogin(login) ?? {}
    await post(page, 'approve', { ke3: finishLoginRequest, large })
    await told.state('approved')
    const finish = expectStatus(await browser.send(`${page}/finish`), 200, 'the finish')
    told.close()
    const { location } = JSON.parse(finish.body) as { location: string }
    await service.redeem(locationOf(await browser.visit(location), location), pushed)
  }
}

/** One OPAQUE record serves all: what differs between people costs the server nothing. */
async function register(line: Line): Promise<void> {
  const send = async (body: object) => {
    const url = `${origins.floor}/interaction/registration/register`
    const answer = await line.call({ method: 'POST', url, body: JSON.stringify(body) })
    return JSON.parse(expectStatus(answer, 200, 'the registration').body) as { response: string }
  }
  const started = opaque.startRegistration({ password })
  const { response } = await send({ request: started.registrationRequest })
  const { registrationRecord } = opaque.finishRegistration({
    clientRegistrationState: started.clientRegistrationState,
    registrationResponse: response,
    password,
    keyStretching,
  })
  await send({ record: registrationRecord })
}
