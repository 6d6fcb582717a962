import nodemailer from 'nodemailer'
import type { PDU, Session, SmToSend } from 'smpp'
import smpp from 'smpp'
import { afterEach, describe, expect, test } from 'vitest'
import { openChannel, type Channel } from './channel.ts'
import { mailServer } from './mail.ts'
import type { NewMessage } from './message.ts'
import { smsCentre } from './sms.ts'

const host = '127.0.0.1'
const slowMilliseconds = 300
let received: NewMessage[] = []
let closing: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closing.reverse()) await close()
  closing = []
  received = []
})

async function open(serve: typeof mailServer | typeof smsCentre): Promise<Channel> {
  const channel = await openChannel({
    host,
    port: 0,
    slowMilliseconds,
    serve: (behaviour) => serve(behaviour, (message) => received.push(message)),
  })
  closing.push(() => channel.close())
  return channel
}

function mailTo(channel: Channel) {
  const client = nodemailer.createTransport({ host, port: channel.port, ignoreTLS: true })
  closing.push(() => {
    client.close()
  })
  return (mail: object) =>
    client.sendMail({ from: 'MitID <post@mitid.example>', to: 'anna@example.dk', ...mail })
}

describe('mail arrives by SMTP', () => {
  test('a mail keeps its letters æøå, its subject and its emoji', async () => {
    const send = mailTo(await open(mailServer))
    await send({ subject: 'Din kode på vej 🎉', text: 'Kære Åse\n\nÆbler og øl: 123456' })
    expect(received).toEqual([
      {
        kind: 'email',
        to: 'anna@example.dk',
        from: 'MitID <post@mitid.example>',
        subject: 'Din kode på vej 🎉',
        text: 'Kære Åse\n\nÆbler og øl: 123456',
      },
    ])
  })

  test('every recipient gets a copy, the hidden ones too', async () => {
    const send = mailTo(await open(mailServer))
    await send({ to: 'anna@example.dk, bo@example.dk', bcc: 'cilla@example.dk', text: 'Hej' })
    const to = received.map((message) => message.to)
    expect(to).toEqual(['anna@example.dk', 'bo@example.dk', 'cilla@example.dk'])
  })

  test('of a mail with HTML the plain part is kept, and of HTML alone what it says', async () => {
    const send = mailTo(await open(mailServer))
    await send({ text: 'plain', html: '<b>rich</b>' })
    await send({ html: '<script>alert(1)</script><p>Only <b>rich</b></p>' })
    expect(received.map((message) => message.kind === 'email' && message.text)).toEqual([
      'plain',
      'Only rich',
    ])
  })

  test('refuse: the sender is told 451 and nothing arrives', async () => {
    const channel = await open(mailServer)
    await channel.switchTo('refuse')
    await expect(mailTo(channel)({ text: 'x' })).rejects.toMatchObject({ responseCode: 451 })
    expect(received).toEqual([])
  })

  test('down: the connection is refused, and ok brings the same port back', async () => {
    const channel = await open(mailServer)
    await channel.switchTo('down')
    await expect(mailTo(channel)({ text: 'x' })).rejects.toMatchObject({ code: 'ESOCKET' })
    await channel.switchTo('ok')
    await mailTo(channel)({ text: 'again' })
    expect(received).toHaveLength(1)
  })

  test('slow: the mail arrives, no sooner than the slowness', async () => {
    const channel = await open(mailServer)
    await channel.switchTo('slow')
    const began = performance.now()
    await mailTo(channel)({ text: 'late' })
    expect(performance.now() - began).toBeGreaterThan(slowMilliseconds - 5)
    expect(received).toHaveLength(1)
  })
})

type Bind = 'bind_transceiver' | 'bind_transmitter' | 'bind_receiver'

async function phoneCompany(channel: Channel, bind: Bind = 'bind_transceiver') {
  const session = await new Promise<Session>((resolve, reject) => {
    const opened: Session = smpp.connect({ host, port: channel.port }, () => {
      resolve(opened)
    })
    opened.once('error', reject)
  })
  closing.push(() => {
    session.destroy()
  })
  const answer = await ask((answered) => session[bind]({ system_id: 'a', password: 'b' }, answered))
  expect(answer.command_status).toBe(smpp.errors.ESME_ROK)
  return {
    session,
    submit: (sm: Partial<SmToSend>) =>
      ask((answered) =>
        session.submit_sm(
          { source_addr: 'MitID', source_addr_ton: 5, ...danishPhone, ...sm },
          answered,
        ),
      ),
  }
}

const danishPhone = { destination_addr: '4520123456', dest_addr_ton: 1, dest_addr_npi: 1 }

function ask(send: (answered: (pdu: PDU) => void) => boolean): Promise<PDU> {
  return new Promise((resolve, reject) => {
    if (!send(resolve)) reject(new Error('the connection is closed'))
  })
}

const statusOf = async (answer: Promise<PDU>) => (await answer).command_status

describe('SMS arrive by SMPP 3.4', () => {
  test('GSM 7-bit: æøå arrive at the number in E.164 form', async () => {
    const { submit } = await phoneCompany(await open(smsCentre))
    const answer = await submit({ short_message: 'Din kode på æøå ÆØÅ: 123456 [€]' })
    expect(answer.command_status).toBe(smpp.errors.ESME_ROK)
    expect(answer.message_id).not.toBe('')
    expect(received).toEqual([
      { kind: 'sms', to: '+4520123456', from: 'MitID', text: 'Din kode på æøå ÆØÅ: 123456 [€]' },
    ])
  })

  test('UCS-2: emoji and foreign letters arrive', async () => {
    const { submit } = await phoneCompany(await open(smsCentre), 'bind_transmitter')
    await submit({ short_message: 'Łódź 🎉', data_coding: smpp.consts.ENCODING.UCS2 })
    expect(received).toMatchObject([{ text: 'Łódź 🎉' }])
  })

  test('a long text in message_payload arrives whole', async () => {
    const { submit } = await phoneCompany(await open(smsCentre))
    const text = 'Blåbærgrød 🫐 '.repeat(60)
    await submit({ short_message: '', message_payload: text, data_coding: 8 })
    expect(received).toMatchObject([{ text }])
  })

  test('3GPP TS 23.040 §9.2.3.24.1: parts in any order become one text, split emoji too', async () => {
    const { submit } = await phoneCompany(await open(smsCentre))
    const text = 'a'.repeat(66) + '🎉' + 'ø'.repeat(40)
    const parts = [text.slice(0, 67), text.slice(67)]
    for (const number of [2, 1]) {
      const udh = Buffer.from([5, 0, 3, 77, 2, number])
      const message = Buffer.from(parts[number - 1] ?? '', 'utf16le').swap16()
      await submit({ short_message: { udh, message }, data_coding: 8, esm_class: 0x40 })
    }
    expect(received).toMatchObject([{ text }])
  })

  test('SMPP 3.4 §5.3.2.22: parts told by SAR fields become one text', async () => {
    const { submit } = await phoneCompany(await open(smsCentre))
    const sar = { sar_msg_ref_num: 9, sar_total_segments: 2 }
    await submit({ ...sar, sar_segment_seqnum: 1, short_message: 'first ' })
    expect(received).toEqual([])
    await submit({ ...sar, sar_segment_seqnum: 2, short_message: 'second' })
    expect(received).toMatchObject([{ text: 'first second' }])
  })

  test.each([
    ['no number', { destination_addr: 'Anna' }, smpp.errors.ESME_RINVDSTADR],
    [
      'bytes that are no text',
      { data_coding: 4, short_message: Buffer.of(1, 2) },
      smpp.errors.ESME_RINVDCS,
    ],
    [
      'part 3 of 2',
      { sar_msg_ref_num: 1, sar_total_segments: 2, sar_segment_seqnum: 3 },
      smpp.errors.ESME_RINVESMCLASS,
    ],
  ])('%s is refused with the status for it', async (_name, fields, status) => {
    const { submit } = await phoneCompany(await open(smsCentre))
    expect(await statusOf(submit({ short_message: 'x', ...fields }))).toBe(status)
    expect(received).toEqual([])
  })

  test('SMPP 3.4 §2.2: only a session bound to send may submit, and it binds once', async () => {
    const receiver = await phoneCompany(await open(smsCentre), 'bind_receiver')
    expect(await statusOf(receiver.submit({ short_message: 'x' }))).toBe(
      smpp.errors.ESME_RINVBNDSTS,
    )
    const again = ask((answered) => receiver.session.bind_transceiver({}, answered))
    expect(await statusOf(again)).toBe(smpp.errors.ESME_RALYBND)
  })

  test('enquire_link and unbind are answered, and unbind ends the connection', async () => {
    const { session } = await phoneCompany(await open(smsCentre))
    expect(await statusOf(ask((answered) => session.enquire_link(answered)))).toBe(0)
    const closed = new Promise<void>((resolve) => session.once('close', resolve))
    expect(await statusOf(ask((answered) => session.unbind(answered)))).toBe(0)
    await closed
  })

  test('bytes that are no PDU end the connection and nothing else', async () => {
    const channel = await open(smsCentre)
    const { session } = await phoneCompany(channel)
    const closed = new Promise<void>((resolve) => session.once('close', resolve))
    session.socket.write(Buffer.alloc(64, 0xff))
    await closed
    await (await phoneCompany(channel)).submit({ short_message: 'still here' })
    expect(received).toMatchObject([{ text: 'still here' }])
  })

  test('refuse: a session that is already bound is throttled', async () => {
    const channel = await open(smsCentre)
    const { submit } = await phoneCompany(channel)
    await channel.switchTo('refuse')
    expect(await statusOf(submit({ short_message: 'x' }))).toBe(smpp.errors.ESME_RTHROTTLED)
    expect(received).toEqual([])
  })

  test('slow: the SMS arrives, no sooner than the slowness', async () => {
    const channel = await open(smsCentre)
    const { submit } = await phoneCompany(channel)
    await channel.switchTo('slow')
    const began = performance.now()
    await submit({ short_message: 'late' })
    expect(performance.now() - began).toBeGreaterThan(slowMilliseconds - 5)
    expect(received).toHaveLength(1)
  })

  test('down cuts a bound session, and ok brings the same port back', async () => {
    const channel = await open(smsCentre)
    const { session } = await phoneCompany(channel)
    const closed = new Promise<void>((resolve) => session.once('close', resolve))
    await channel.switchTo('down')
    await closed
    await expect(phoneCompany(channel)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    await channel.switchTo('ok')
    await (await phoneCompany(channel)).submit({ short_message: 'back' })
    expect(received).toHaveLength(1)
  })
})
