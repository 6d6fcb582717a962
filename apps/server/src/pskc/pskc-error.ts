/** What is wrong with a seed file, and in which line. It quotes nothing of the file. */

const sentences = {
  'too-large': 'The file, or one text in it, is larger than any seed file is.',
  'not-utf-8': 'The file is not UTF-8.',
  'not-well-formed': 'The XML is not well-formed.',
  doctype: 'A document type, and with it entities, is not accepted.',
  'not-pskc': 'This is not a key container of RFC 6030, version 1.0.',
  'unknown-part': 'There is something here that a seed file does not have, or not here.',
  'missing-part': 'Something is missing that a seed file must have.',
  'wrong-value': 'This value is none that it can have.',
  'not-supported': 'This is RFC 6030, but not something that these devices are delivered with.',
  'clear-secret':
    'The seed is not encrypted. Have the file made again, and treat these devices as seen.',
  'no-mac': 'The seed has no MAC.',
  'wrong-mac':
    'The MAC of the seed does not fit: the file was changed, or the key is another one’s.',
  'wrong-key': 'The key does not open this file.',
  'no-model':
    'The model says neither code-display nor audio-reader. Say which they are, with --kind.',
} as const

export type PskcFault = keyof typeof sentences

export class PskcError extends Error {
  override readonly name = 'PskcError'
  readonly code: PskcFault
  /** From 1 on. */
  readonly line: number
  constructor(code: PskcFault, line: number, options?: ErrorOptions) {
    super(`Line ${String(line)}: ${sentences[code]}`, options)
    this.code = code
    this.line = line
  }
}
