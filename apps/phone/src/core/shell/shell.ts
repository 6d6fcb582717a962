/**
 * A native shell around the app, which hands it a port. A page that opened the app, framed it or
 * was opened by it can post messages too, but each of them comes with the origin of its page, which
 * a browser writes and which is never empty; only what holds the window itself has none.
 */
import {
  parseAnswer,
  parseGreeting,
  writeCall,
  type ShellAnswer,
  type ShellCall,
  type ShellOffer,
} from './shell-message.ts'

export type Shell = {
  readonly offers: ReadonlySet<ShellOffer>
  /** Rejects where no answer comes; nothing is asked twice. */
  ask(call: ShellCall): Promise<ShellAnswer>
}

export type ShellWatch = {
  /** Undefined in a browser, and in a shell until it has handed over its port. */
  shell(): Shell | undefined
  /** Told once, when there is one. */
  whenThere(tell: (shell: Shell) => void): void
}

/** Begins before the page is loaded whole, which is what a shell waits for. */
export function watchShell(page: Pick<EventTarget, 'addEventListener'>): ShellWatch {
  let held: Shell | undefined
  const waiting: ((shell: Shell) => void)[] = []
  page.addEventListener('message', (event) => {
    // The first is the one: nothing that comes later takes its place.
    held ??= shellFrom(event)
    if (held) for (const tell of waiting.splice(0)) tell(held)
  })
  return {
    shell: () => held,
    whenThere(tell) {
      if (held) tell(held)
      else waiting.push(tell)
    },
  }
}

function shellFrom(event: Event): Shell | undefined {
  if (!(event instanceof MessageEvent) || event.origin !== '' || event.source !== null)
    return undefined
  const offers = parseGreeting(event.data)
  const [port, ...more] = event.ports
  return offers && port && more.length === 0 ? overPort(port, offers) : undefined
}

/** Milliseconds: a person may be asked where to keep a file, and a chip answers slowly. */
const patience: Readonly<Record<ShellCall['do'], number>> = {
  connect: 20_000,
  transceive: 15_000,
  save: 600_000,
  say: 5_000,
  hush: 5_000,
}

function overPort(port: MessagePort, offers: ReadonlySet<ShellOffer>): Shell {
  const asked = new Map<number, (answer: ShellAnswer) => void>()
  let calls = 0
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const answered = parseAnswer(data)
    if (answered) asked.get(answered.call)?.(answered.answer)
  }
  return {
    offers,
    ask(call) {
      calls += 1
      const number = calls
      const { promise, resolve, reject } = Promise.withResolvers<ShellAnswer>()
      const late = setTimeout(
        () => reject(new Error('the shell does not answer')),
        patience[call.do],
      )
      asked.set(number, resolve)
      port.postMessage(writeCall(number, call))
      return promise.finally(() => {
        clearTimeout(late)
        asked.delete(number)
      })
    },
  }
}
