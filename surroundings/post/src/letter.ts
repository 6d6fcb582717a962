/** A letter as the print service hands it in: its document, to whom, and what it is called. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Letter, LetterType } from './message.ts'

export type NewLetter = Omit<Letter, 'id' | 'receivedAt'>
export type LetterProblem = 'bad-reference' | 'bad-type' | 'no-recipient' | 'no-content'

const letterTypes: readonly LetterType[] = ['application/pdf', 'text/html', 'text/plain']

/** Header values are ASCII: the recipient and the title are percent-encoded UTF-8 (RFC 3986 §2.1). */
export function parseLetter(
  reference: string,
  headers: IncomingHttpHeaders,
  body: unknown,
): NewLetter | LetterProblem {
  if (!/^[\w.-]{1,100}$/.test(reference)) return 'bad-reference'
  const bare = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const contentType = letterTypes.find((type) => type === bare)
  if (!contentType) return 'bad-type'
  const to = decodeHeader(headers['recipient'])
  if (!to) return 'no-recipient'
  if (!Buffer.isBuffer(body) || body.length === 0) return 'no-content'
  return {
    kind: 'letter',
    reference,
    to,
    title: decodeHeader(headers['letter-title']) ?? '',
    contentType,
    text: contentType === 'text/plain' ? body.toString('utf8').trim() : '',
    content: body.toString('base64'),
  }
}

function decodeHeader(value: string | string[] | undefined): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return decodeURIComponent(value).normalize('NFC').trim().slice(0, 500)
  } catch {
    return undefined
  }
}
