/** The Android shell's own classes and the app's half of the line, with a passport between them. */
import { watchShell, type Shell } from '@open-mitid/phone/core'
import { beginPassport, chipBridge, networkChip } from '@open-mitid/phone/passport'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isPassportCommand } from '../../apps/chip-reader/src/passport-command.ts'
import { checkInstallation } from '../../apps/phone-android/build/installation.ts'
import { hasJdk, openShellProgram, type ShellProgram } from '../surroundings/shell-program.ts'
import { openPassportHouse, type PassportHouse } from './passport-house.ts'

const app = 'https://app.mitid.example'

describe.skipIf(!hasJdk())('the Android shell (skipped without a JDK)', { timeout: 60_000 }, () => {
  let house: PassportHouse
  let program: ShellProgram
  let close: () => void
  let shell: Shell
  beforeAll(async () => {
    ;[house, program] = await Promise.all([openPassportHouse(), openShellProgram()])
  }, 60_000)
  afterAll(async () => {
    await program.stop()
    await house.close()
  })
  beforeEach(async () => {
    await program.set('as-usual')
    program.lay(undefined)
    program.told.length = 0
    shell = await openPage()
  })
  afterEach(() => close())

  async function openPage(reachesChips = true): Promise<Shell> {
    const page = new EventTarget()
    const watch = watchShell(page)
    const given = await program.openPage(reachesChips)
    close = given.close
    page.dispatchEvent(new MessageEvent('message', { data: given.greeting, ports: [given.port] }))
    const there = watch.shell()
    if (!there) throw new Error('the page did not know the shell')
    return there
  }

  const passport = (name: string, lostAfter?: number) =>
    networkChip({ origin: house.drawer.origin, fetch, passport: name, lostAfter })
  /** The commands that reached the chip. */
  const chipTold = () =>
    program.told.flatMap((line) => /^chip transceive (\w*) #/u.exec(line)?.[1] ?? [])
  const reader = () => {
    const bridge = chipBridge(shell)
    if (!bridge) throw new Error('the shell offers no chips')
    return bridge
  }
  const begin = async (name: string) =>
    beginPassport(house.line, {
      purpose: 'first',
      fields: [await house.fieldsOf(name)],
      reader: reader(),
    })
  const refused = (code: string) => ({ ok: false, refusal: { kind: 'chip', code } })

  it('carries a whole passport to the app, and its chip is put to the proof through it', async () => {
    program.lay(passport('alma'))
    const proved = await (await begin('alma')).goOn()
    expect(proved).toMatchObject({ ok: true, value: { level: 'Substantial' } })
    expect(chipTold().length).toBeGreaterThan(20)
  })

  it('a chip that was copied is found out through it as anywhere', async () => {
    program.lay(passport('kurt'))
    const proved = await (await begin('kurt')).goOn()
    expect(proved).toMatchObject({ ok: false, refusal: { kind: 'passport', reason: 'copied' } })
  })

  it('a passport that slips off is read on from there, and no command is carried twice', async () => {
    program.lay(passport('alma', 30))
    const reading = await begin('alma')
    expect(await reading.goOn()).toMatchObject(refused('chip-lost'))
    expect(program.told.filter((line) => line === 'chip close')).toHaveLength(1)
    program.lay(passport('alma'))
    expect(await reading.goOn()).toMatchObject({ ok: true })
    // Under secure messaging no two commands are the same, unless one was repeated.
    const sealed = chipTold().filter((command) => command.startsWith('0c'))
    expect(sealed.length).toBeGreaterThan(30)
    expect(new Set(sealed).size).toBe(sealed.length)
  })

  it('says at once that nothing lies there, that NFC is off, and that a card is no passport', async () => {
    await expect(reader().connect()).rejects.toMatchObject({ code: 'no-chip' })
    await program.set('no-chip')
    await expect(reader().connect()).rejects.toMatchObject({ code: 'no-chip' })
    await program.set('nfc-off')
    const offered = program.next(/^phone settings$/u)
    await expect(reader().connect()).rejects.toMatchObject({ code: 'nfc-off' })
    await offered
    await program.set('as-usual')
    const notFound = Uint8Array.of(0x6a, 0x82)
    const bankCard = { extendedLength: true, transceive: () => Promise.resolve(notFound) }
    program.lay({ connect: () => Promise.resolve(bankCard) })
    await expect(reader().connect()).rejects.toMatchObject({ code: 'no-passport' })
    // Two questions that no card keeps in mind, and it is let go.
    expect(chipTold()).toEqual(['00a4020c02011c', '00a4040c07a0000002471001'])
    expect(program.told.at(-2)).toBe('chip close')
  })

  it('on a phone without NFC the app knows of no chips, as in a browser', async () => {
    close()
    expect(chipBridge(await openPage(false))).toBeUndefined()
    expect(chipBridge(undefined)).toBeUndefined()
  })

  it('carries the commands that reading a passport takes, and no others, as a reader at a desk does', async () => {
    program.lay(passport('alma'))
    const chip = await reader().connect()
    const before = chipTold().length
    const hostile = [
      '00a4040c07a0000000031010', // a bank card’s application
      '00a4040c0e315041592e5359532e4444463031',
      '10a4040c07a0000000031010', // the same in parts
      '00a4040c05a000000003a0000002471001', // the name of ours behind another
      '00a4040c000007a0000000031010',
      '00a4040c08a000000247100101',
      '80ca9f7f00',
      '00d6000001ff', // writes
      '00200081083132333435',
      '002a9e9a00',
      '00a404',
      '',
    ].map((hex) => Uint8Array.from(Buffer.from(hex, 'hex')))
    for (const command of hostile) {
      await expect(chip.transceive(command)).rejects.toThrow()
      expect(isPassportCommand(command)).toBe(false)
    }
    expect(chipTold()).toHaveLength(before)
    const good = ['00a4040c07a0000002471001', '00a4040c000007a0000002471001', '0084000008']
    for (const hex of good) {
      const command = Uint8Array.from(Buffer.from(hex, 'hex'))
      expect(isPassportCommand(command)).toBe(true)
      await chip.transceive(command)
    }
    expect(chipTold()).toHaveLength(before + good.length)
  })

  it('what is no call is answered with nothing, or refused by its number, and nothing is done', async () => {
    program.lay(passport('alma'))
    await reader().connect()
    const before = chipTold().length
    for (const line of [
      '',
      'x',
      '0 connect',
      '-1 connect',
      '01 connect',
      '9999999999 connect',
      '７ connect',
    ])
      program.hear(line)
    // A number that was there before: the same message twice is one call.
    program.hear('1 connect')
    const answered = program.next(/^page 99 /u)
    for (const [number, line] of [
      'disconnect',
      'connect now',
      'transceive 1',
      'transceive 1 AKQEDAegAAACRxAB more',
      'transceive 1 !!!!',
      'transceive x AKQ',
      'save ../../up e30',
      'save .hidden e30',
      `save ${'a'.repeat(101)} e30`,
      'save a.json {}',
      'say en hello',
      'CONNECT',
    ].entries())
      program.hear(`${String(number + 2)} ${line}`)
    program.hear('99 transceive 2 AIQAAAg')
    expect(await answered).toBe('page 99 no chip-lost')
    expect(program.told.filter((line) => line.startsWith('page'))).toEqual([
      'page 1 connected 1 extended',
      ...[2, 3, 4, 5, 6].map((number) => `page ${String(number)} no refused`),
      'page 7 no chip-lost',
      ...[8, 9, 10, 11, 12, 13].map((number) => `page ${String(number)} no refused`),
      'page 99 no chip-lost',
    ])
    expect(chipTold()).toHaveLength(before)
    expect(program.told.filter((line) => line.startsWith('phone'))).toEqual([])
  })

  it('a page that has gone is answered nothing more, and its chip is let go at once', async () => {
    let answer: ((response: Uint8Array) => void) | undefined
    const slow = {
      extendedLength: true,
      async transceive(command: Uint8Array) {
        if (command[1] !== 0x84) return Uint8Array.of(0x90, 0x00)
        return new Promise<Uint8Array>((resolve) => (answer = resolve))
      },
    }
    program.lay({ connect: () => Promise.resolve(slow) })
    const chip = await reader().connect()
    const asked = program.next(/^chip transceive 0084/u)
    void chip.transceive(Uint8Array.of(0, 0x84, 0, 0, 8)).catch(() => undefined)
    await asked
    const pages = () => program.told.filter((line) => line.startsWith('page')).length
    const before = pages()
    await program.endPage()
    expect(program.told).toContain('chip close')
    program.hear('50 connect')
    answer?.(Uint8Array.of(1, 2, 0x90, 0x00))
    // The next page is answered, which shows that nothing was left over from the one before.
    close()
    program.lay(passport('alma'))
    shell = await openPage()
    await reader().connect()
    expect(pages()).toBe(before + 1)
  })

  it('keeps a file where the person says, and speaks', async () => {
    const name = 'mitid-off_1.json'
    const content = '{"æ":"ø"}'
    expect(await shell.ask({ do: 'save', name, content })).toEqual({ is: 'done' })
    expect(program.told).toContain(`phone save ${name} ${content}`)
    await program.set('keeps-nothing')
    expect(await shell.ask({ do: 'save', name, content })).toEqual({
      is: 'no',
      reason: 'not-saved',
    })
    const sentence = 'Læg passet på'
    expect(await shell.ask({ do: 'say', language: 'da-DK', sentence })).toEqual({ is: 'done' })
    expect(program.told).toContain(`phone say da-DK ${sentence}`)
    expect(await shell.ask({ do: 'hush' })).toEqual({ is: 'done' })
    expect(program.told).toContain('phone hush')
  })

  it.each([
    [`${app}/`, 'WINDOW'],
    [`${app}/s#1.abc.def`, 'WINDOW'],
    [`${app}/@evil.example/`, 'WINDOW'],
    [app, 'BROWSER'],
    [`${app}.evil.example/`, 'BROWSER'],
    [`${app}@evil.example/`, 'BROWSER'],
    [`${app}:8443/`, 'BROWSER'],
    [`${app}\\@evil.example/`, 'BROWSER'],
    ['https://login.mitid.example/return#token', 'BROWSER'],
    ['http://app.mitid.example/', 'NOWHERE'],
    ['http://localhost:3002/', 'NOWHERE'],
    ['javascript:alert(1)', 'NOWHERE'],
    ['file:///data/data/org.openmitid.phone/', 'NOWHERE'],
    ['content://settings/system', 'NOWHERE'],
    ['intent://x#Intent;scheme=https;end', 'NOWHERE'],
    ['data:text/html,hello', 'NOWHERE'],
    ['blob:https://app.mitid.example/1', 'NOWHERE'],
    ['about:blank', 'NOWHERE'],
    [`${app}/${'a'.repeat(9000)}`, 'NOWHERE'],
  ])('%s belongs to the %s', async (address, place) => {
    const [found, opened] = (await program.place(app, 'production', address)).split(' ')
    expect(found).toBe(place)
    // Whatever an intent says, the window begins in the app.
    expect(opened).toBe(place === 'WINDOW' ? address : `${app}/`)
  })

  it.each([
    ['https://app.mitid.example', true, true],
    ['https://app.mitid.example:8443', true, true],
    ['http://localhost:3002', false, true],
    ['http://127.0.0.1:3002', false, true],
    ['http://app.mitid.example', false, false],
    ['http://localhost.evil.example:3002', false, false],
    ['https://app.mitid.example/', false, false],
    ['https://user@app.mitid.example', false, false],
    ['HTTPS://app.mitid.example', false, false],
    ['file://x', false, false],
  ])('%s may be what a shell shows: %s, in a sandbox: %s', async (origin, production, sandbox) => {
    const kinds = [
      ['production', production],
      ['sandbox', sandbox],
    ] as const
    for (const [kind, may] of kinds) {
      expect(await program.place(origin, kind, 'x')).toBe(may ? `NOWHERE ${origin}/` : 'REFUSED -')
      const check = () =>
        checkInstallation({
          origin,
          packageName: 'org.example.mitid',
          name: 'MitID',
          sandbox: kind === 'sandbox',
        })
      if (may) expect(check().origin).toBe(origin)
      else expect(check).toThrow(/--app/u)
    }
  })
})
