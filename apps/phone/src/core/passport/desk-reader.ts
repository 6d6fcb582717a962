/** A PC/SC reader at this computer, through the program beside it, which a person allows by a code. */
import { accept, refuse, type Result } from '@open-mitid/kernel'
import {
  readerStatus,
  type NoPassportOnReader,
  type ReaderCalls,
  type ReaderPath,
  type ReaderRefusal,
  type TypedCode,
} from '@open-mitid/protocol'
import { NoChip, type ChipReader } from './chip-reader.ts'

type Desk = { readonly origin: string; readonly fetch: typeof fetch }

/** `no-program`: nothing of that kind answers on this computer. */
export type PairRefusal = { readonly kind: 'no-program' | 'code-wrong' }

/** The token is in memory alone, and gone with the page. */
export async function pairReader(
  desk: Desk,
  code: TypedCode,
): Promise<Result<ChipReader, PairRefusal>> {
  const paired = await call(desk, '/pair', { code })
  if (paired.ok) return accept(readerWith(desk, paired.value.token))
  return refuse({ kind: paired.refusal === 'code-wrong' ? 'code-wrong' : 'no-program' })
}

function readerWith(desk: Desk, token: string): ChipReader {
  return {
    async connect() {
      const opened = await call(desk, '/connections', {}, token)
      if (!opened.ok) throw new NoChip(why(opened.refusal))
      const { connection, extended_length: extendedLength } = opened.value
      return {
        extendedLength,
        async transceive(command) {
          const path = `/connections/${connection}`
          const response = await post(desk, path, 'application/octet-stream', command, token)
          if (!response.ok) throw new Error('no chip answers')
          return new Uint8Array(await response.arrayBuffer())
        },
      }
    },
  }
}

function why(kind: ReaderRefusal['kind'] | 'no-program'): NoPassportOnReader | 'reader-ended' {
  switch (kind) {
    case 'no-reader':
    case 'no-card':
    case 'several-cards':
    case 'card-no-passport':
    case 'reader-in-use':
      return kind
    default:
      return 'reader-ended'
  }
}

type Answered<Path extends ReaderPath> = Result<
  ReaderCalls[Path]['answer'],
  ReaderRefusal['kind'] | 'no-program'
>

async function call<Path extends ReaderPath>(
  desk: Desk,
  path: Path,
  request: ReaderCalls[Path]['request'],
  token?: string,
): Promise<Answered<Path>> {
  try {
    const response = await post(desk, path, 'application/json', JSON.stringify(request), token)
    const body = (await response.json()) as Partial<ReaderRefusal> | ReaderCalls[Path]['answer']
    if (response.ok) return accept(body as ReaderCalls[Path]['answer'])
    const { kind } = body as Partial<ReaderRefusal>
    return refuse(kind !== undefined && Object.hasOwn(readerStatus, kind) ? kind : 'no-program')
  } catch {
    return refuse('no-program')
  }
}

/** Milliseconds: a chip that lies badly answers slowly. */
const patience = 15_000

function post(desk: Desk, path: string, type: string, body: BodyInit, token?: string) {
  return desk.fetch(`${desk.origin}${path}`, {
    method: 'POST',
    headers: {
      'content-type': type,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body,
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
}
