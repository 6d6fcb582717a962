/** Runs in a worker: looks for a QR code in each picture it is sent, and answers its text. */
import { decodeQR } from 'qr/decode.js'
import { answerPictures } from './answer-pictures.ts'

/** Larger pictures are made smaller: a code that fills a tenth of the side is still found. */
const longest = 1600
/** What one picture may cost, in milliseconds, beyond the least. */
const timeLimit = 60

answerPictures<string>(longest, ({ width, height, data }) => {
  try {
    return decodeQR({ width, height, data }, { format: 'RGBA', timeLimit })
  } catch {
    return undefined // no code in the picture
  }
})
