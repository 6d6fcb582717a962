/** Certificates and revocation lists as people are handed them: DER, or PEM (RFC 7468). */
import type { Bytes } from '@open-mitid/kernel'
import { text, UsageError, type Values } from './command.ts'

const block = /-----BEGIN [A-Z0-9 ]+-----([A-Za-z0-9+/=\s]+)-----END/u

export function certificateBytes(file: Buffer): Bytes {
  const [, body] = block.exec(file.toString('latin1')) ?? []
  return Uint8Array.from(body === undefined ? file : Buffer.from(body, 'base64'))
}

export function fileOf(values: Values): string {
  const path = text(values, 'file')
  if (path === undefined) throw new UsageError('Name the file.')
  return path
}
