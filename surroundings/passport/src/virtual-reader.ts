/**
 * Lays a chip on a virtual PC/SC reader: Debian's `vsmartcard-vpcd`, a driver of `pcscd` that listens
 * for cards over TCP. Each message has its length before it in two bytes; one byte is an order.
 */
import type { Transceiver } from '@open-mitid/icao9303'
import { connect, type Socket } from 'node:net'

export type VirtualReader = {
  /** Answers when the reader has been told. */
  lay(chip: () => Transceiver): Promise<void>
  takeAway(): void
}

/** What a chip says when it is given power: contactless, ISO/IEC 14443-4 (PC/SC part 3 §3.1.3.2.3). */
const answerToReset = Uint8Array.of(0x3b, 0x80, 0x80, 0x01, 0x01)
const giveAnswerToReset = 4

export function virtualReader(place: {
  readonly host: string
  readonly port: number
}): VirtualReader {
  let line: Socket | undefined
  const takeAway = () => {
    line?.destroy()
    line = undefined
  }
  return {
    takeAway,
    lay(chip) {
      takeAway()
      return new Promise((laid, failed) => {
        const opened = connect(place, laid)
        opened.once('error', failed)
        line = opened
        void answer(opened, chip)
      })
    },
  }
}

/** Until the line ends, one message after the other. A chip that is lost takes itself away. */
async function answer(line: Socket, chip: () => Transceiver): Promise<void> {
  let held = Buffer.alloc(0)
  let powered = chip()
  try {
    for await (const piece of line as AsyncIterable<Buffer>) {
      held = Buffer.concat([held, piece])
      while (held.length >= 2 && held.length >= 2 + held.readUInt16BE()) {
        const message = held.subarray(2, 2 + held.readUInt16BE())
        held = held.subarray(2 + message.length)
        const [order] = message
        if (message.length > 1) send(line, await powered.transceive(Uint8Array.from(message)))
        else if (order === giveAnswerToReset) send(line, answerToReset)
        else powered = chip()
      }
    }
  } catch {
    line.destroy()
  }
}

function send(line: Socket, message: Uint8Array): void {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  line.write(Buffer.concat([length, message]))
}
