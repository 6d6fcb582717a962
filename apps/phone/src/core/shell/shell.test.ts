import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chipBridge } from '../passport/chip-bridge.ts'
import { parseAnswer, parseGreeting } from './shell-message.ts'
import { watchShell, type Shell } from './shell.ts'

let page: EventTarget
let theirs: MessagePort
let ours: MessagePort
beforeEach(() => {
  page = new EventTarget()
  ;({ port1: theirs, port2: ours } = new MessageChannel())
})
afterEach(() => {
  theirs.close()
  ours.close()
  vi.useRealTimers()
})

const greeting = 'mitid-shell 1 chips files voice'
const greet = (init: MessageEventInit = {}) =>
  page.dispatchEvent(new MessageEvent('message', { data: greeting, ports: [theirs], ...init }))

function shellOn(): Shell {
  const watch = watchShell(page)
  greet()
  const shell = watch.shell()
  if (!shell) throw new Error('no shell')
  return shell
}

/** What the page asks next. */
const heard = () =>
  new Promise<string>((resolve) => {
    ours.onmessage = ({ data }: MessageEvent<string>) => resolve(data)
  })

describe('a shell is believed', () => {
  it('where the message has no origin and no sender, which no page can bring about', () => {
    const watch = watchShell(page)
    const told: Shell[] = []
    watch.whenThere((shell) => told.push(shell))
    expect(watch.shell()).toBeUndefined()
    greet()
    expect(watch.shell()?.offers).toEqual(new Set(['chips', 'files', 'voice']))
    watch.whenThere((shell) => told.push(shell))
    expect(told).toEqual([watch.shell(), watch.shell()])
  })

  it.each<[string, MessageEventInit]>([
    ['a page that opened or framed the app', { origin: 'https://evil.example' }],
    ['a page that hides where it is from', { origin: 'null' }],
    ['the app itself in another window', { origin: 'https://app.mitid.example' }],
    ['a window that has no origin', { source: new MessageChannel().port1 }],
    ['somebody without a port', { ports: [] }],
    ['somebody with several', { ports: [1, 2].map(() => new MessageChannel().port1) }],
    ['a shell of another version', { data: 'mitid-shell 2 chips' }],
    ['something else', { data: { toString: () => greeting } }],
  ])('and not %s', (_, init) => {
    const watch = watchShell(page)
    greet(init)
    expect(watch.shell()).toBeUndefined()
    expect(chipBridge(watch.shell())).toBeUndefined()
  })

  it('once: what comes later takes nothing over', () => {
    const watch = watchShell(page)
    greet()
    const first = watch.shell()
    const other = new MessageChannel()
    greet({ data: 'mitid-shell 1', ports: [other.port1] })
    expect(watch.shell()).toBe(first)
  })

  it('for what it offers, and for what it may learn to offer later', () => {
    expect(parseGreeting('mitid-shell 1 chips torch')).toEqual(new Set(['chips']))
    expect(parseGreeting('mitid-shell 1')).toEqual(new Set())
    for (const said of ['mitid-shell', 'mitid-shell 10 chips', ' mitid-shell 1', '', 1, null])
      expect(parseGreeting(said)).toBeUndefined()
  })
})

describe('an answer', () => {
  it('comes to its own call, in whatever order', async () => {
    const shell = shellOn()
    const asked = [shell.ask({ do: 'hush' }), shell.ask({ do: 'connect' })]
    for (const line of ['2 connected 4 short', '3 done', '1 done', '1 no refused'])
      ours.postMessage(line)
    expect(await Promise.all(asked)).toEqual([
      { is: 'done' },
      { is: 'connected', connection: 4, extendedLength: false },
    ])
  })

  it.each([
    '1',
    '1 connected',
    '1 connected 0 short',
    '1 connected 1 long',
    '1 connected 1 short more',
    '1 response',
    '1 response kA',
    '1 response !!!!',
    '1 response kAA kAA',
    '1 done twice',
    '1 no',
    '1 no idea',
    '1 toString',
    '1 __proto__',
    '01 done',
    ' 1 done',
    'done',
    '',
  ])('“%s” is none', (line) => {
    expect(parseAnswer(line)).toBeUndefined()
  })

  it('is read whatever it says, and throws nothing', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        parseAnswer(said)
        parseGreeting(said)
      }),
    )
    const words = fc.array(
      fc.constantFrom('1', 'connected', 'response', 'done', 'no', 'short', 'kAA', 'chip-lost', ''),
      { maxLength: 6 },
    )
    fc.assert(fc.property(words, (all) => void parseAnswer(all.join(' '))))
  })

  it('that does not come is no answer, and the call is not made again', async () => {
    vi.useFakeTimers()
    const shell = shellOn()
    const lines: string[] = []
    theirs.postMessage = (line: string) => void lines.push(line)
    const connecting = expect(chipBridge(shell)?.connect()).rejects.toThrow('does not answer')
    await vi.advanceTimersByTimeAsync(60_000)
    await connecting
    expect(lines).toEqual(['1 connect'])
  })
})

describe('a chip behind a shell', () => {
  it('is spoken to in the connection that was made, and to nobody else', async () => {
    const reader = chipBridge(shellOn())
    const connecting = reader?.connect()
    expect(await heard()).toBe('1 connect')
    ours.postMessage('1 connected 7 extended')
    const chip = await connecting
    expect(chip?.extendedLength).toBe(true)
    const command = Uint8Array.of(0x00, 0x84, 0x00, 0x00, 0x08)
    const answering = chip?.transceive(command)
    expect(await heard()).toBe('2 transceive 7 AIQAAAg')
    ours.postMessage('2 response AQKQAA')
    expect(await answering).toEqual(Uint8Array.of(1, 2, 0x90, 0x00))
  })

  it.each(['2 no chip-lost', '2 no refused', '2 done', '2 connected 8 short'])(
    'is lost where the answer is “%s”',
    async (answer) => {
      const connecting = chipBridge(shellOn())?.connect()
      ours.postMessage('1 connected 1 short')
      const chip = await connecting
      const asked = chip?.transceive(Uint8Array.of(0, 0x84, 0, 0, 8))
      ours.postMessage(answer)
      await expect(asked).rejects.toThrow('no chip answers')
    },
  )

  it.each([
    ['1 no nfc-off', 'nfc-off'],
    ['1 no no-passport', 'no-passport'],
    ['1 no no-chip', 'no-chip'],
    ['1 no refused', 'no-chip'],
    ['1 done', 'no-chip'],
  ])('is not there where the answer is “%s”, and the person hears why', async (answer, code) => {
    const connecting = chipBridge(shellOn())?.connect()
    ours.postMessage(answer)
    await expect(connecting).rejects.toMatchObject({ name: 'NoChip', code })
  })
})
