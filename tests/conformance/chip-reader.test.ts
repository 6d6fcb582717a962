/** A passport on a PC/SC reader, from the card service of the computer to the server's verdict. */
import type { Transceiver } from '@open-mitid/icao9303'
import { TypedCode } from '@open-mitid/protocol'
import { beginPassport, pairReader, type PassportProgress } from '@open-mitid/phone/passport'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { virtualReader } from '../../surroundings/passport/src/virtual-reader.ts'
import { freePorts } from '../journeys/free-ports.ts'
import { hasPcSc, openCardService, type CardService } from '../surroundings/pc-sc.ts'
import { openReaderProgram, type ReaderProgram } from '../surroundings/reader-program.ts'
import { openPassportHouse, type PassportHouse } from './passport-house.ts'

const portBase = await freePorts()
const [readerPort, cardPort] = [portBase + 12, portBase + 35]

describe.skipIf(!hasPcSc())('a reader at a desk', { timeout: 60_000 }, () => {
  let house: PassportHouse
  let cards: CardService
  let program: ReaderProgram
  const second = virtualReader({ host: '127.0.0.1', port: cardPort + 1 })
  beforeAll(async () => {
    cards = await openCardService(cardPort)
    house = await openPassportHouse({ portBase, drawerEnv: { VPCD_PORT: String(cardPort) } })
    program = await openReaderProgram({ app: house.app, port: readerPort }, cards.env)
  })
  afterEach(async () => {
    second.takeAway()
    await takeAway()
    await cards.cards(0)
  })
  afterAll(async () => {
    await program.stop()
    await house.close()
    await cards.stop()
  })

  const lay = async (passport: string, how = '') => {
    await house.drawer.ask('POST', `/passport/${passport}/lay${how}`)
    await cards.cards(1)
  }
  const takeAway = () => house.drawer.ask('POST', '/take-away')

  /** As a browser sends it, which says whose page it is. */
  const fetchOfApp: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as object), origin: house.app } })

  let used: string | undefined
  async function pair(from: ReaderProgram = program) {
    if (from === program && used !== undefined) from.enter()
    const code = await from.code(from === program ? used : undefined)
    if (from === program) used = code
    const typed = TypedCode.parse(code)
    if (typed === undefined) throw new Error('no code')
    const paired = await pairReader({ origin: from.origin, fetch: fetchOfApp }, typed)
    if (!paired.ok) throw new Error(paired.refusal.kind)
    return paired.value
  }

  type Tell = (progress: PassportProgress) => void
  async function begin(passport: string, tell?: Tell, from?: ReaderProgram) {
    const [fields, reader] = [[await house.fieldsOf(passport)], await pair(from)]
    return beginPassport(house.line, { purpose: 'first', fields, reader, tell })
  }

  const other: Transceiver = {
    extendedLength: true,
    transceive: () => Promise.resolve(Uint8Array.of(0x6a, 0x82)),
  }
  const refused = (code: string) => ({ ok: false, refusal: { kind: 'chip', code } })

  it('reads the whole passport, and its chip is put to the proof through it', async () => {
    await lay('alma')
    const proved = await (await begin('alma')).goOn()
    expect(proved).toMatchObject({ ok: true, value: { level: 'Substantial' } })
  })

  it('a copied chip is found out through it as anywhere', async () => {
    await lay('kurt')
    const proved = await (await begin('kurt')).goOn()
    expect(proved).toMatchObject({ ok: false, refusal: { kind: 'passport', reason: 'copied' } })
  })

  it('a passport that is taken away in the middle is read on from there', async () => {
    await lay('bertil', '?lost_after=32')
    const read: number[] = []
    const proof = await begin('bertil', (progress) => {
      if (progress.step === 'reading' && progress.file === 'dg2') read.push(progress.read)
    })
    expect(await proof.goOn()).toEqual(refused('chip-lost'))
    const before = Math.max(...read.splice(0))
    await cards.cards(0)
    expect(await proof.goOn()).toEqual(refused('no-card'))
    await lay('bertil')
    expect(await proof.goOn()).toMatchObject({ ok: true })
    expect(Math.min(...read)).toBeGreaterThan(before)
  })

  it('two cards are told apart from one, another card from a passport', async () => {
    const proof = await begin('alma')
    expect(await proof.goOn()).toEqual(refused('no-card'))
    await second.lay(() => other)
    await cards.cards(1)
    expect(await proof.goOn()).toEqual(refused('card-no-passport'))
    await house.drawer.ask('POST', '/passport/alma/lay')
    await cards.cards(2)
    expect(await proof.goOn()).toEqual(refused('several-cards'))
    const named = { app: house.app, port: readerPort + 1, reader: 'Desk reader 00 00' }
    const first = await openReaderProgram(named, cards.env)
    expect(await (await begin('alma', undefined, first)).goOn()).toMatchObject({ ok: true })
    await first.stop()
  })

  it('a card that another program has is left to it', async () => {
    await lay('alma')
    const held = await (await cards.cards(1)).list()[0]?.connect()
    const proof = await begin('alma')
    expect(await proof.goOn()).toEqual(refused('reader-in-use'))
    held?.close()
    expect(await proof.goOn()).toMatchObject({ ok: true })
  })

  it('Enter takes back what was allowed, also in the middle', async () => {
    await lay('alma')
    let over = false
    const proof = await begin('alma', ({ step }) => {
      if (step === 'reading' && !over) {
        over = true
        program.enter()
      }
    })
    expect(await proof.goOn()).toEqual(refused('chip-lost'))
    expect(await proof.goOn()).toEqual(refused('reader-ended'))
    used = undefined
  })

  it('says nothing on its screen of who was read, and nothing of what was said', async () => {
    await lay('alma')
    await (await begin('alma')).goOn()
    const { documentNumber, birthDate } = await house.fieldsOf('alma')
    const said = program.said()
    for (const secret of [documentNumber, birthDate, 'WINTHER', 'Alma', '9000', 'a4040c'])
      expect(said.toLowerCase()).not.toContain(secret.toLowerCase())
  })

  it('no card service, and no reader, is one sentence to the person', async () => {
    const nowhere = { PCSCLITE_CSOCK_NAME: '/nonexistent/pcscd.comm' }
    const alone = await openReaderProgram({ app: house.app, port: readerPort + 2 }, nowhere)
    expect(alone.said()).toContain('PC/SC')
    expect(await (await begin('alma', undefined, alone)).goOn()).toEqual(refused('no-reader'))
    await alone.stop()
    expect(alone.said()).toContain('Nothing was kept.')
  })
})
