/** A channel of the post that can be made to fail: its listener closed, its answers late or no. */
import type { AddressInfo, Server, Socket } from 'node:net'

/** `down` closes the listener and cuts every connection; `refuse` says "not now" to each message. */
export type Fault = 'ok' | 'down' | 'slow' | 'refuse'

export const faults: readonly Fault[] = ['ok', 'slow', 'refuse', 'down']

export function parseFault(value: unknown): Fault | undefined {
  return faults.find((fault) => fault === value)
}

/** How the one who answers messages shall behave at this moment. */
export type Behaviour = {
  refuses(): boolean
  /** Resolves at once, or after the slowness that was switched on. */
  pause(): Promise<void>
}

export type ChannelOptions = {
  readonly host: string
  /** 0 takes a free port, and keeps it through `down` and back. */
  readonly port: number
  readonly slowMilliseconds: number
  /** Makes the protocol's server; it is made anew each time the channel comes back. */
  readonly serve: (behaviour: Behaviour) => Server
}

export type Channel = {
  readonly port: number
  readonly fault: () => Fault
  /** Resolves when the change can be felt from outside. */
  switchTo(fault: Fault): Promise<void>
  close(): Promise<void>
}

export async function openChannel(options: ChannelOptions): Promise<Channel> {
  let fault: Fault = 'ok'
  const behaviour: Behaviour = {
    refuses: () => fault === 'refuse',
    pause: () =>
      new Promise((resolve) =>
        setTimeout(resolve, fault === 'slow' ? options.slowMilliseconds : 0),
      ),
  }
  const open = (port: number) => listen(options.serve(behaviour), port, options.host)
  let listener: Listener | undefined = await open(options.port)
  const { port } = listener
  let change: Promise<void> = Promise.resolve()

  async function apply(wanted: Fault) {
    fault = wanted
    if (wanted === 'down') {
      await listener?.stop()
      listener = undefined
    } else {
      listener ??= await open(port)
    }
  }

  return {
    port,
    fault: () => fault,
    switchTo(wanted) {
      change = change.catch(() => undefined).then(() => apply(wanted))
      return change
    },
    async close() {
      await change.catch(() => undefined)
      await listener?.stop()
    },
  }
}

type Listener = { readonly port: number; stop(): Promise<void> }

function listen(server: Server, port: number, host: string): Promise<Listener> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve({
        port: (server.address() as AddressInfo).port,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => {
              stopped()
            })
            for (const socket of sockets) socket.destroy()
          }),
      })
    })
  })
}
