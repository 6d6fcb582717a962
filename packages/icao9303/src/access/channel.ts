/** The way to a chip, and commands over it, in the clear or under secure messaging. */
import { concat, type Bytes } from '../bytes.ts'
import { AccessError } from './access-error.ts'
import { encodeCommand, parseResponse, type Command, type Response } from './apdu.ts'
import { openResponse, protectCommand, type SecureSession } from './secure-messaging.ts'

/**
 * Carries one command APDU to the chip and brings its response APDU back (ISO/IEC 7816-4 §5.1):
 * ISO-DEP in a phone, a PC/SC reader, a socket. It rejects when the chip is gone.
 */
export type Transceiver = {
  transceive(command: Bytes): Promise<Uint8Array>
  /** Whether reader and chip take APDUs of extended length. */
  readonly extendedLength: boolean
}

/** Commands to a chip and its answers. One command at a time; others wait their turn. */
export type Channel = {
  send(command: Command): Promise<Response>
  readonly extendedLength: boolean
}

export function plainChannel(transceiver: Transceiver): Channel {
  return inTurn(transceiver.extendedLength, async (command) => {
    const response = await exchange(transceiver, encodeCommand(command))
    // 6Cxx: the chip names the length that it wants to be asked for (ISO/IEC 7816-4 §5.1.3).
    if (response.status >> 8 !== 0x6c) return response
    const expected = response.status & 0xff || 256
    return exchange(transceiver, encodeCommand({ ...command, expected }))
  })
}

/** From a session on, each command and answer is encrypted and carries a checksum. */
export function secureChannel(transceiver: Transceiver, opened: SecureSession): Channel {
  let session = opened
  return inTurn(transceiver.extendedLength, async (command) => {
    const sent = protectCommand(session, command)
    session = sent.session
    const answer = await exchange(transceiver, sent.apdu)
    const received = openResponse(session, answer)
    session = received.session
    return received.response
  })
}

function inTurn(extendedLength: boolean, send: Channel['send']): Channel {
  let last: Promise<unknown> = Promise.resolve()
  return {
    extendedLength,
    send(command) {
      const answer = last.then(() => send(command))
      last = answer.catch(() => undefined)
      return answer
    },
  }
}

/** One exchange; a response in pieces is put together (61xx, ISO/IEC 7816-4 §5.3.4). */
async function exchange(transceiver: Transceiver, apdu: Bytes): Promise<Response> {
  let response = parseResponse(await carry(transceiver, apdu))
  while (response.status >> 8 === 0x61) {
    const more = Uint8Array.of(0x00, 0xc0, 0x00, 0x00, response.status & 0xff)
    const next = parseResponse(await carry(transceiver, more))
    const data = concat(response.data, next.data)
    if (data.length > 65_536 || (next.status >> 8 === 0x61 && next.data.length === 0))
      throw new AccessError('answer-form', 'ISO/IEC 7816-4 §5.3.4')
    response = { data, status: next.status }
  }
  return response
}

async function carry(transceiver: Transceiver, apdu: Bytes): Promise<Uint8Array> {
  try {
    return await transceiver.transceive(apdu)
  } catch (cause) {
    throw new AccessError('chip-lost', 'ISO/IEC 7816-4 §5.1', { cause })
  }
}
