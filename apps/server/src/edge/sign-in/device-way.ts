/** The way without an app: what the page's script asks while it proves the password and the code. */
import { DeviceId, type BeginPasswordRefusal } from '@open-mitid/identity/authenticator'
import type { ApproveByCodeRefusal, ProvePasswordRefusal } from '@open-mitid/identity/sign-in'
import { fromBase64url, type Seconds } from '@open-mitid/kernel'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Network } from '../network.ts'
import { RequestProblem } from '../problem.ts'
import type { DeviceFault } from './device-fault.ts'
import { goOn, takeOnward } from './going-on.ts'
import type { SignInEdge } from './ports.ts'
import { showSignIn, visiting } from './visit.ts'

const message = z
  .string()
  .max(1000)
  .regex(/^[\w-]+$/u)
const Begin = z.strictObject({ ke1: message })
const Prove = z.strictObject({ ke3: message })
const Code = z.strictObject({
  device: z.string(),
  proof: z.string().max(64),
  remember: z.boolean(),
})

const step = { config: { limit: 'step' } } as const

export function mountDeviceWay(app: FastifyInstance, edge: SignInEdge): void {
  app.post(
    '/sign-in/:id/password',
    step,
    visiting(edge, async ({ own, request, reply }) => {
      const { ke1 } = Begin.parse(request.body)
      const network = Network.of(request.ip)
      const begun = await edge.beginPassword({ ...own, network, ke1 })
      if (begun.ok) void reply.send(begun.value)
      else void reply.code(409).send(problemOf(begun.refusal))
    }),
  )
  app.post(
    '/sign-in/:id/password/proof',
    step,
    visiting(edge, async (visit) => {
      const { ke3 } = Prove.parse(visit.request.body)
      const proved = await edge.provePassword({ ...visit.own, ke3 })
      if (proved.ok) return showSignIn(visit, { way: 'device', proved: proved.value })
      const fault = proveFaults[proved.refusal.kind]
      return showSignIn(visit, { way: 'device', proved: 'again', deviceFault: fault })
    }),
  )
  app.post(
    '/sign-in/:id/device-code',
    step,
    visiting(edge, async (visit) => {
      const { device: id, proof: text, remember } = Code.parse(visit.request.body)
      const device = DeviceId.parse(id)
      const proof = fromBase64url(text)
      if (!device || proof?.length !== 32) throw new RequestProblem('malformed')
      const approved = await edge.approveByCode({ ...visit.own, device, proof, remember })
      if (approved.ok) return takeOnward(visit)
      const fault = codeFault(approved.refusal)
      return fault ? showSignIn(visit, { way: 'device', deviceFault: fault }) : goOn(visit)
    }),
  )
}

/** The wait in seconds, since the clock of a browser may be wrong. */
function problemOf(refusal: BeginPasswordRefusal): { kind: string; seconds?: Seconds } {
  return refusal.kind === 'password-wait'
    ? { kind: 'wait', seconds: refusal.seconds }
    : { kind: refusal.kind }
}

const proveFaults: Readonly<Record<ProvePasswordRefusal['kind'], DeviceFault>> = {
  'password-wrong': { kind: 'wrong', times: 1 },
  'person-blocked': { kind: 'blocked' },
  'no-device': { kind: 'no-device' },
  'device-suspended': { kind: 'suspended' },
  'app-only': { kind: 'app-only' },
  'browser-unseen': { kind: 'browser-unseen' },
  busy: { kind: 'busy' },
}

/** Undefined where the sign-in has moved on: the page shows where to. */
function codeFault(refusal: ApproveByCodeRefusal): DeviceFault | undefined {
  switch (refusal.kind) {
    case 'code-wrong':
      return refusal.until === undefined
        ? { kind: 'code-wrong', left: refusal.left }
        : { kind: 'code-wait', until: refusal.until }
    case 'code-wait':
      return { kind: 'code-wait', until: refusal.until }
    case 'device-suspended':
      return { kind: 'suspended' }
    case 'person-blocked':
      return { kind: 'blocked' }
    case 'busy':
      return { kind: 'busy' }
    case 'sign-in-moved-on':
      return undefined
  }
}
