/** The floor's client: the same calls as a real sign-in makes, with as much in them. */
import { join } from 'node:path'
import { openBrowser } from '../load/browser.ts'
import { locationOf } from '../load/browser.ts'
import { expectStatus, type Line } from '../load/call.ts'
import { beginProof, beginRegistration } from '../load/password.ts'
import { openService, type ServiceClient } from '../load/service.ts'
import { origins, portOf } from '../installation/places.ts'
import { startProgram, type Running } from '../installation/program.ts'
import type { Counts } from './counts.ts'

/** By app, or by password and code. */
export type FloorWay = 'app' | 'code'
/** The calls among which the counted work is divided; the last one answers with the way onward. */
export const floorCalls = {
  app: ['user-id', 'claim', 'prove', 'approve', 'finish'],
  code: ['user-id', 'password', 'proof', 'device-code'],
} as const satisfies Readonly<Record<FloorWay, readonly string[]>>
export type FloorCall = (typeof floorCalls)[FloorWay][number]

export type FloorSettings = Pick<Counts, 'writes' | 'signatures' | 'checks'> & {
  readonly way: FloorWay
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
  way: FloorWay,
): Promise<Running> {
  const settings: FloorSettings = {
    way,
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

/** As long as what an app sends in a claim and in an approval, proof and signatures included. */
const proof = 'x'.repeat(620)
const small = 'x'.repeat(90)
const large = 'x'.repeat(2_200)

/** Gives a function that signs in once at the floor. */
export async function openFloorClient(
  line: Line,
  client: ServiceClient,
  way: FloorWay,
): Promise<() => Promise<void>> {
  const service = openService(line, origins.floor, client)
  const post = async (page: string, name: FloorCall, body: object) => {
    const shown = way === 'app' ? { 'mitid-proof': proof } : {}
    const headers = { 'content-type': 'application/json', ...shown }
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
    const prove = async (first: FloorCall) => {
      const { ke1, finish } = await beginProof()
      const { ke2 = '' } = await post(page, first, { ke1 })
      return finish(ke2).ke3
    }
    const ways: Readonly<Record<FloorWay, () => Promise<string>>> = {
      app: async () => {
        await post(page, 'claim', { small })
        await told.state('claimed')
        await post(page, 'approve', { ke3: await prove('prove'), large })
        await told.state('approved')
        return expectStatus(await browser.send(`${page}/finish`), 200, 'the finish').body
      },
      code: async () => {
        await post(page, 'proof', { ke3: await prove('password') })
        const approved = await browser.ask(`${page}/device-code`, { code: small })
        return expectStatus(approved, 200, 'the code').body
      },
    }
    const { location } = JSON.parse(await ways[way]()) as { location: string }
    told.close()
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
  const { request, finish } = await beginRegistration()
  const { response } = await send({ request })
  await send({ record: finish(response) })
}
