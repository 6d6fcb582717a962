/**
 * How much one network may ask of an edge, before anything is read or written for it. See
 * docs/decisions/limits.md.
 */
import { BlockList, isIPv6 } from 'node:net'
import { remembered } from '@open-mitid/kernel'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { RequestProblem } from './problem.ts'
import { openAllowance, type Allowance, type Rate } from './allowance.ts'
import { Network } from './network.ts'
import { openSeats } from './seats.ts'

type LimitName = 'opening' | 'step' | 'owner-link' | 'passport'

/** Wide enough for a town behind one address, and far below what one server carries. */
const rates: Readonly<Record<LimitName, Rate>> = {
  /** Sign-ins that begin. */
  opening: { burst: 300, perSecond: 10 },
  /** What a sign-in's page writes: about four times in each. */
  step: { burst: 1200, perSecond: 40 },
  /** Links to the owners of user IDs: a message each, which somebody has to read. */
  'owner-link': { burst: 60, perSecond: 0.2 },
  /** What is asked of the inspector: three times for each passport that is read. */
  passport: { burst: 120, perSecond: 2 },
}
/** Event streams at the same time. A page without one asks every few seconds instead. */
const mostStreams = 1000
/** Networks that are remembered for each limit, at about 200 bytes. */
const mostNetworks = 20_000

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Counted for the network that calls. */
    readonly limit?: LimitName
  }
}

type LimitCallers = {
  /** Addresses and networks (CIDR) of the proxies whose `X-Forwarded-For` counts. */
  readonly proxies: readonly string[]
  readonly count: (what: string) => void
}

export function limitCallers(app: FastifyInstance, { proxies, count }: LimitCallers): void {
  const networkOf = naming(proxies, count)
  const open = (name: LimitName): Allowance<Network> => openAllowance(rates[name], mostNetworks)
  const allowances: Readonly<Record<LimitName, Allowance<Network>>> = {
    opening: open('opening'),
    step: open('step'),
    'owner-link': open('owner-link'),
    passport: open('passport'),
  }
  const streams = openSeats<Network>(mostStreams)
  app.addHook('onRequest', (request, reply, done) => {
    const { limit, stream } = request.routeOptions.config
    if (limit === undefined && stream === undefined) {
      done()
      return
    }
    const network = networkOf(request)
    if (network === undefined) {
      done()
      return
    }
    const wait = limit === undefined ? 0 : allowances[limit].take(network, performance.now())
    const leave = stream && wait === 0 ? streams.take(network) : undefined
    if (leave) reply.raw.once('close', leave)
    if (wait === 0 && (!stream || leave)) {
      done()
      return
    }
    count('limited')
    done(new RequestProblem('too-many', { retryAfter: Math.max(1, wait) }))
  })
}

/**
 * Undefined where a proxy does not say whom it speaks for: counting that as one network would let
 * one caller shut out everybody.
 */
function naming(proxies: readonly string[], count: LimitCallers['count']) {
  const ours = new BlockList()
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    ours.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  const networkOf = remembered((ip: string) =>
    ours.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4') ? undefined : Network.of(ip),
  )
  return ({ ip }: FastifyRequest): Network | undefined => {
    const network = networkOf(ip)
    if (network === undefined) count('network-unknown')
    return network
  }
}
