/**
 * The same country for a phone on the same network: every origin moves to this machine's address
 * over HTTPS, and a TLS end here leads to the programs, which go on listening on loopback only.
 */
import { createServer, type Server } from 'node:tls'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Certified } from './authority.ts'

/** This machine's first IPv4 address that others on the network can reach. */
export function lanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}

/** Ends TLS on `port` of all interfaces and passes what is inside to `inner` on loopback. */
export function openTlsEnd(port: number, inner: number, { cert, key }: Certified): Promise<Server> {
  const server = createServer({ cert, key, minVersion: 'TLSv1.2' }, (outside) => {
    const inside = connect(inner, '127.0.0.1')
    outside.pipe(inside).pipe(outside)
    const end = () => {
      outside.destroy()
      inside.destroy()
    }
    for (const socket of [outside, inside]) socket.once('error', end).once('close', end)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      resolve(server)
    })
  })
}
