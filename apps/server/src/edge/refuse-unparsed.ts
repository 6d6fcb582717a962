/**
 * What the parser of HTTP itself refuses, or waits for in vain. There is no request yet whose wishes
 * could be read: the answer is problem JSON (RFC 9457), and the connection ends.
 */
import type { Socket } from 'node:net'
import { requestProblems, type RequestProblemKind } from './problem.ts'

type Unparsed = {
  readonly status: number
  readonly reason: string
  readonly kind: RequestProblemKind
}

const malformed: Unparsed = { status: 400, reason: 'Bad Request', kind: 'malformed' }
/** By the code of Node's parser. */
const faults: Readonly<Record<string, Unparsed>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    kind: 'too-large',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'Request Timeout', kind: 'malformed' },
}

/** Answers whether there was somebody to refuse. */
export function refuseUnparsed(fault: Error & { readonly code?: string }, socket: Socket): boolean {
  if (fault.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return false
  }
  const { status, reason, kind } = faults[fault.code ?? ''] ?? malformed
  const { title } = requestProblems[kind]
  const body = JSON.stringify({ type: 'about:blank', title, status, kind })
  const lines = [
    `HTTP/1.1 ${String(status)} ${reason}`,
    'content-type: application/problem+json',
    `content-length: ${String(Buffer.byteLength(body))}`,
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ]
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`)
  return true
}
