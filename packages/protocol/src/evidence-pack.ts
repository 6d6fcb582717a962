/** An evidence pack: all of one approval that its citizen needs to show it to somebody else. */
import { oneOf, record, type Reader } from './json.ts'

/** The four objects, letter by letter as they are stored. */
export type EvidencePack = {
  readonly v: 1
  readonly binding: string
  readonly offer: string
  readonly approval: string
  readonly receipt: string
}

const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined)
const read = record<EvidencePack>({
  v: oneOf(1),
  binding: text,
  offer: text,
  approval: text,
  receipt: text,
})

/** Of an approval by password and code: there is no binding, and the approval is the operator's. */
export type CodeEvidencePack = {
  readonly v: 1
  readonly offer: string
  readonly code_approval: string
  readonly receipt: string
}

const readCodePack = record<CodeEvidencePack>({
  v: oneOf(1),
  offer: text,
  code_approval: text,
  receipt: text,
})

export const CodeEvidencePack = {
  parse: (value: unknown): CodeEvidencePack | undefined => readCodePack(value),
}

export const EvidencePack = {
  parse: (value: unknown): EvidencePack | undefined => read(value),
}
