/**
 * A mail relay (RFC 5321) and an SMS centre (SMPP 3.4) that say yes to everything and do nothing
 * else: carriers are other people's machines, so here they must cost as little as they can.
 */
import { createServer, type Socket } from 'node:net'

const { SMTP_PORT, SMPP_PORT } = process.env

const mail = createServer((socket) => {
  socket.write('220 relay\r\n')
  let text = ''
  let inData = false
  hear(socket, (chunk) => {
    text += chunk.toString('latin1')
    for (;;) {
      const end = inData ? '\r\n.\r\n' : '\r\n'
      const at = text.indexOf(end)
      if (at < 0) return
      const line = text.slice(0, at)
      text = text.slice(at + end.length)
      socket.write(answerTo(inData ? 'a mail' : line))
      inData = !inData && /^DATA$/iu.test(line)
    }
  })
})

function answerTo(line: string): string {
  if (/^DATA$/iu.test(line)) return '354 go on\r\n'
  return /^QUIT$/iu.test(line) ? '221 bye\r\n' : '250 yes\r\n'
}

/** SMPP 3.4 §5.1.2.1: an answer has its request's command with the highest bit set. */
const answered = 0x8000_0000
const bindTransmitter = 0x02
const submit = 0x04
const headerLength = 16

const sms = createServer((socket) => {
  let bytes = Buffer.alloc(0)
  hear(socket, (chunk) => {
    bytes = Buffer.concat([bytes, chunk])
    while (bytes.length >= headerLength && bytes.length >= bytes.readUInt32BE(0)) {
      const command = bytes.readUInt32BE(4)
      const named = command === bindTransmitter || command === submit
      const answer = Buffer.alloc(headerLength + (named ? 2 : 0))
      answer.writeUInt32BE(answer.length, 0)
      answer.writeUInt32BE(command + answered, 4)
      answer.writeUInt32BE(bytes.readUInt32BE(12), 12)
      if (named) answer.write('1', headerLength, 'latin1')
      socket.write(answer)
      bytes = bytes.subarray(bytes.readUInt32BE(0))
    }
  })
})

function hear(socket: Socket, heard: (chunk: Buffer) => void): void {
  socket.setNoDelay(true)
  socket.on('data', heard)
  socket.on('error', () => socket.destroy())
}

mail.listen(Number(SMTP_PORT), '127.0.0.1', () => {
  sms.listen(Number(SMPP_PORT), '127.0.0.1', () => {
    process.stdout.write(`${JSON.stringify({ ready: true })}\n`)
  })
})
