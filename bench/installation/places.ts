/** Where everything of a measured installation is. */
import { join, resolve } from 'node:path'
import type { Ports } from '../load/call.ts'

export const root = resolve(import.meta.dirname, '../..')
/** What a run makes, and takes away again. */
export const dataFolder = join(root, '.data/bench')

/** Each process has ports of its own, below those that the system hands out, so that runs do not meet. */
export const firstPort = 10_000 + (process.pid % 220) * 100

const port = {
  signIn: 1,
  app: 2,
  citizen: 3,
  desk: 4,
  inbox: 7,
  smtp: 25,
  smpp: 26,
  relay: 27,
  smsCentre: 28,
  floor: 40,
  inspector: 41,
}
export type Place = keyof typeof port

export function portOf(place: Place): number {
  return firstPort + port[place]
}

/** As in production: hosts of their own, with TLS ended by a proxy. The load client plays the proxy. */
export const origins = {
  signIn: 'https://login.bench.example',
  app: 'https://app.bench.example',
  citizen: 'https://citizen.bench.example',
  desk: 'https://desk.bench.example',
  service: 'https://bank.bench.example',
  floor: 'https://floor.bench.example',
} as const

export const ports: Ports = {
  [origins.signIn]: portOf('signIn'),
  [origins.app]: portOf('app'),
  [origins.floor]: portOf('floor'),
  [inbox()]: portOf('inbox'),
}

export function inbox(): string {
  return `http://localhost:${String(portOf('inbox'))}`
}
