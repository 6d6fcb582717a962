/** Ports for a country of its own, also while other files and other runs open theirs. */
import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'
import { busyPort } from '../../apps/sandbox/src/ports.ts'
import { places } from '../../apps/sandbox/src/country.ts'

/** Below the ports that Linux gives to outgoing connections, one of which could be in the way. */
const [lowest, highest, length] = [20_000, 32_600, 100]

/** A stretch of ports that are free, and nobody else's for as long as this process lives. */
export async function freePorts(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const first = lowest + randomInt((highest - lowest) / length) * length
    const ports = [...Object.values(places), 29].map((offset) => first + offset)
    if ((await claim(first + length - 1)) && (await busyPort(ports)) === undefined) return first
  }
  throw new Error('no stretch of free ports was found')
}

/** Who listens on the last port of a stretch has it: of two who ask at once, one does. */
function claim(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const flag = createServer().unref()
    flag.once('error', () => {
      answer(false)
    })
    flag.listen(port, '127.0.0.1', () => {
      answer(true)
    })
  })
}
