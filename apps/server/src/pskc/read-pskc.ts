/** Reads a seed file (RFC 6030) as it comes in, one device at a time: no more is ever held. */
import type { DeviceKind, StockDevice } from '@open-mitid/identity/authenticator'
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { containerKeys, type ContainerKeys, type PskcSecret } from './container-keys.ts'
import { deviceOf } from './device-of.ts'
import { hasText, mayHave, mayStand, nameOf, root } from './grammar.ts'
import { attribute, type PskcPart } from './part.ts'
import { PskcError } from './pskc-error.ts'

export type ReadPskc = {
  readonly secret: PskcSecret
  /** What the whole delivery is, where its models do not say. */
  readonly kind: DeviceKind | undefined
}

export type DeliveredDevice = { readonly device: StockDevice; readonly line: number }

/** Far above a delivery of a million devices, and what is between two tags. */
const mostBytes = 2 ** 31
const mostBetween = 32 * 1024
const deepest = 12
/** In the header, and in each package. */
const mostParts = 64
const slice = 16 * 1024

/** Throws a `PskcError` and nothing else for whatever is wrong with the file. */
export async function* readPskc(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { secret, kind }: ReadPskc,
): AsyncGenerator<DeliveredDevice> {
  const reader = openReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let read = 0
  let keys: ContainerKeys | undefined
  const decode = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch (cause) {
      throw new PskcError('not-utf-8', reader.line(), { cause })
    }
  }
  const take = async function* () {
    for (const pack of reader.packages.splice(0)) {
      keys ??= await containerKeys(reader.container(), secret)
      yield { device: deviceOf(pack, keys, kind), line: pack.line }
    }
  }
  for await (const chunk of chunks) {
    read += chunk.length
    if (read > mostBytes) throw new PskcError('too-large', reader.line())
    const text = decode(chunk)
    for (let at = 0; at < text.length; at += slice) {
      reader.write(text.slice(at, at + slice))
      yield* take()
    }
  }
  reader.write(decode())
  reader.end()
  yield* take()
}

type Reader = {
  readonly write: (text: string) => void
  readonly end: () => void
  readonly line: () => number
  /** The container with what came before its packages; it holds none of these. */
  readonly container: () => PskcPart
  /** Packages that are complete. */
  readonly packages: PskcPart[]
}

function openReader(): Reader {
  const parser = new SaxesParser({ xmlns: true })
  const open: PskcPart[] = []
  const packages: PskcPart[] = []
  let container: PskcPart | undefined
  let isHeaderOver = false
  let parts = 0
  let seen = 0
  const fail = (code: PskcError['code']): never => {
    throw new PskcError(code, parser.line)
  }

  parser.on('error', () => fail('not-well-formed'))
  parser.on('doctype', () => fail('doctype'))
  parser.on('processinginstruction', () => fail('unknown-part'))
  parser.on('cdata', () => fail('unknown-part'))
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8') fail('not-utf-8')
  })
  parser.on('opentag', (tag) => {
    seen = parser.position
    const parent = open.at(-1)
    const part = partOf(tag, parent?.name, parser.line)
    parts += 1
    if (!parent) container = part
    else if (part.name === 'pskc:KeyPackage') {
      isHeaderOver = true
      parts = 0
    } else if (isHeaderOver && parent === container) fail('unknown-part')
    else parent.children.push(part)
    if (open.push(part) > deepest || parts > mostParts) fail('too-large')
  })
  parser.on('comment', () => {
    seen = parser.position
  })
  parser.on('text', (text) => {
    seen = parser.position
    const part = open.at(-1)
    if (part && hasText(part.name)) {
      part.text += text
      if (part.text.length > mostBetween) fail('too-large')
    } else if (/[^ \t\r\n]/u.test(text)) fail('unknown-part')
  })
  parser.on('closetag', () => {
    seen = parser.position
    const part = open.pop()
    if (part?.name === 'pskc:KeyPackage') packages.push(part)
  })

  return {
    packages,
    line: () => parser.line,
    container: () => container ?? fail('not-pskc'),
    write(text) {
      parser.write(text)
      if (parser.position - seen > mostBetween) fail('too-large')
    },
    end() {
      parser.close()
      if (!container) fail('not-pskc')
    },
  }
}

function partOf(tag: SaxesTagNS, parent: string | undefined, line: number): PskcPart {
  const name = nameOf(tag.uri, tag.local)
  if (name === undefined || !mayStand(name, parent))
    throw new PskcError(parent === undefined ? 'not-pskc' : 'unknown-part', line)
  const attributes: Record<string, string> = {}
  for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
    if (prefix === 'xmlns' || (prefix === '' && local === 'xmlns') || uri === schemaInstance)
      continue
    if (uri !== '' || !mayHave(name, local)) throw new PskcError('unknown-part', line)
    attributes[local] = value
  }
  const part = { name, line, attributes, children: [], text: '' }
  if (name === root && attribute(part, 'Version') !== '1.0') throw new PskcError('not-pskc', line)
  return part
}

/** Where a schema lies, which nobody here fetches. */
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance'
