/** The browser shows that it has the right password, and is told what a code would approve. */
import { accept, refuse, type Random, type Result, type UseCase } from '@open-mitid/kernel'
import type { CodeDevices, EvidenceSigner, PasswordServer } from '../authenticator/index.ts'
import { appendEvents } from '../ledger/index.ts'
import {
  activeDevices,
  offeredDevice,
  offerTo,
  type DeviceOffer,
  type OfferedDevice,
} from './code-sign-in.ts'
import type { CodeSignIns, FoundPasswordLogin } from './code-sign-ins.ts'
import type { OwnSignIn } from './own-sign-in.ts'

export type ProvePassword = OwnSignIn & { readonly ke3: string }
export type ProvedPassword = {
  readonly devices: readonly OfferedDevice[]
  readonly knownBrowser: boolean
}
/**
 * `password-wrong`: wrong, too late, or tried already. What else there is, is told only to whoever has
 * the password. `browser-unseen`: nothing of a MitID is changed from a browser that is new to its person.
 */
export type ProvePasswordRefusal = {
  readonly kind:
    | 'password-wrong'
    | 'person-blocked'
    | 'no-device'
    | 'device-suspended'
    | 'app-only'
    | 'browser-unseen'
    | 'busy'
}

type Ports = {
  readonly codeSignIns: CodeSignIns
  readonly devices: CodeDevices
  readonly passwordServer: PasswordServer
  readonly evidence: EvidenceSigner
  readonly random: Random
}

/** Others may write to the person's chain at the same time. */
const tries = 5

export function provePassword(
  ports: Ports,
): UseCase<ProvePassword, ProvedPassword, ProvePasswordRefusal> {
  return async ({ ke3, ...own }) => {
    for (let left = tries; left > 0; left -= 1) {
      const found = await ports.codeSignIns.findLogin(own)
      if (!found) return refuse({ kind: 'password-wrong' })
      const sessionKey =
        found.now < found.until ? ports.passwordServer.finish(found.serverState, ke3) : undefined
      if (!sessionKey || found.person === undefined) {
        await found.end()
        return refuse({ kind: 'password-wrong' })
      }
      const result = await prove(ports, found, found.person, sessionKey)
      if (result) return result
    }
    return refuse({ kind: 'busy' })
  }
}

/** Undefined where the chain has grown meanwhile. */
async function prove(
  { devices, evidence, random }: Ports,
  found: FoundPasswordLogin,
  person: NonNullable<FoundPasswordLogin['person']>,
  sessionKey: NonNullable<ReturnType<PasswordServer['finish']>>,
): Promise<Result<ProvedPassword, ProvePasswordRefusal> | undefined> {
  const { signIn, knownBrowser, now } = found
  const holder = await devices.findHolder({ id: person })
  if (!holder) throw new Error('a password is of nobody')
  const draft = {
    type: 'password-right',
    actor: person,
    body: { sign_in: signIn.id, client: signIn.client },
  } as const
  const events = appendEvents(holder.chain, [draft], { random, now })
  const active = activeDevices(holder.devices)
  const appOnly = signIn.asked.evidence === 'person'
  const unseen = signIn.asked.change !== undefined && !knownBrowser && !found.letOn
  if (holder.person.state === 'blocked' || active.length === 0 || appOnly || unseen) {
    if (!(await found.prove(undefined, events))) return undefined
    if (holder.person.state === 'blocked') return refuse({ kind: 'person-blocked' })
    if (appOnly) return refuse({ kind: 'app-only' })
    if (unseen) return refuse({ kind: 'browser-unseen' })
    const suspended = holder.devices.some(({ state }) => state === 'suspended')
    return refuse({ kind: suspended ? 'device-suspended' : 'no-device' })
  }
  const offers: DeviceOffer[] = []
  for (const device of active) {
    const about = { knownBrowser, now, challenge: random(32) }
    offers.push({
      device: device.id,
      offer: await offerTo(device.id, signIn, about, evidence(now)),
    })
  }
  if (!(await found.prove({ person, sessionKey, offers, knownBrowser }, events))) return undefined
  return accept({ devices: shown(active, offers), knownBrowser })
}

function shown(
  active: ReturnType<typeof activeDevices>,
  offers: readonly DeviceOffer[],
): readonly OfferedDevice[] {
  return active.flatMap((device) => {
    const offered = offers.find((each) => each.device === device.id)
    return offered ? [offeredDevice(device, offered.offer)] : []
  })
}

/** What the page shows again where it was left: the devices that still take a code. */
export function findProvedDevices({
  codeSignIns,
}: Pick<Ports, 'codeSignIns'>): UseCase<OwnSignIn, ProvedPassword, { kind: 'password-needed' }> {
  return async (own) => {
    const found = await codeSignIns.findProved(own)
    if (!found) return refuse({ kind: 'password-needed' })
    const { offers, knownBrowser } = found.proved
    return accept({ devices: shown(activeDevices(found.devices), offers), knownBrowser })
  }
}
