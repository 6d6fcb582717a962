/** A letter as the print service hands it in: its document, to whom, and what it is called. */
import type { IncomingHttpHeaders } from 'node:http'
import { extractText, getDocumentProxy } from 'unpdf'
import type { Letter, LetterType } from './message.ts'

export type NewLetter = Omit<Letter, 'id' | 'receivedAt'>
export type LetterProblem = 'bad-reference' | 'bad-type' | 'no-recipient' | 'no-content'

const letterTypes: readonly LetterType[] = ['application/pdf', 'text/html', 'text/plain']

/** Header values are ASCII: the recipient and the title are percent-encoded UTF-8 (RFC 3986 §2.1). */
export async function parseLetter(
  reference: string,
  headers: IncomingHttpHeaders,
  body: unknown,
): Promise<NewLetter | LetterProblem> {
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
    text: await textOf(contentType, body),
    content: body.toString('base64'),
  }
}

/** What is searched for codes. A document that cannot be read is still a letter. */
async function textOf(contentType: LetterType, body: Buffer): Promise<string> {
  if (contentType === 'text/plain') return body.toString('utf8').trim()
  if (contentType !== 'application/pdf') return ''
  try {
    const pdf = await getDocumentProxy(Uint8Array.from(body))
    const { text } = await extractText(pdf, { mergePages: false })
    return text.join('\n\n').trim()
  } catch {
    return ''
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
