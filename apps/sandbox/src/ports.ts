/** Whether ports are free, asked before anything is started on them. */
import { createServer } from 'node:net'

/** The first of these ports on loopback that somebody listens on; undefined where all are free. */
export async function busyPort(ports: readonly number[]): Promise<number | undefined> {
  const free = await Promise.all(ports.map(isFree))
  return ports.find((_, place) => !free[place])
}

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', () => {
      answer(false)
    })
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        answer(true)
      })
    })
  })
}
