/**
 * A passport is read and its chip put to the proof. The phone carries: the server draws the
 * challenge, is the terminal of chip authentication, and judges what comes back.
 */
import {
  AccessError,
  IcaoError,
  performActiveAuthentication,
  relayChipAuthentication,
  type AccessErrorCode,
  type AccessFields,
  type Channel,
  type Transceiver,
} from '@open-mitid/icao9303'
import {
  accept,
  base64url,
  fromBase64url,
  refuse,
  type Bytes,
  type Result,
} from '@open-mitid/kernel'
import type {
  ChipCommand,
  PassportCallRefusal,
  PassportCalls,
  PassportFiles,
} from '@open-mitid/protocol'
import type { Line } from '../exchange.ts'
import { NoChip, type ChipReader, type NoChipCode } from './chip-reader.ts'
import { passportCall } from './passport-calls.ts'
import { noContents, readChip, type ChipContents, type FileName } from './read-chip.ts'

export type PassportProgress =
  | {
      readonly step: 'reading'
      readonly file: FileName
      readonly read: number
      readonly of: number
    }
  | { readonly step: 'proving' | 'judging' }

export type ProvePassportRefusal =
  | PassportCallRefusal
  /** The chip could not be opened or read: `chip-lost` and what `NoChip` says go on by calling again. */
  | { readonly kind: 'chip'; readonly code: AccessErrorCode | NoChipCode }

type BeginPassport = Reading & {
  readonly purpose: PassportCalls['/api/passport/begin']['request']['purpose']
}

/** What it takes to read a chip, whoever the passport is of. */
export type Reading = {
  /** Readings of the zone, the likeliest first: the chip refuses a wrong one. */
  readonly fields: readonly AccessFields[]
  readonly reader: ChipReader
  readonly tell?: ((progress: PassportProgress) => void) | undefined
}

/** The one who holds `proof` goes on with the identity. */
export type ProvedByPassport = {
  readonly proof: string
  readonly level: 'Low' | 'Substantial'
  /** What the server wants to see once more beside the face: the file, or what opens it. */
  readonly photo: { readonly dg2: string } | { readonly photo_key: string }
}

/** A reading of the zone beyond these is too unlikely to trouble the chip with. */
const mostReadings = 4

type Answers = { readonly signature?: string; readonly chip_answer?: string }
type Read = Omit<PassportCalls['/api/passport/inspect']['request'], 'proof'>
type Asked<Value> = Promise<Result<Value, PassportCallRefusal>>

/** What the server asks of the chip, and what it says of the answers. */
export type Questions<Verdict> = {
  /** Eight bytes for active authentication. */
  readonly challenge: string
  readonly order: (dg14: string) => Asked<PassportCalls['/api/passport/chip']['answer']>
  readonly judge: (read: Read) => Asked<Verdict>
}

/**
 * `goOn` is called when the passport lies on the phone, and again when it slipped off: what was
 * read is kept, and reading goes on from there.
 */
export function readPassport<Verdict>(
  line: Line,
  given: Reading,
  begin: () => Asked<Questions<Verdict>>,
) {
  const contents = noContents()
  let questions: Questions<Verdict> | undefined
  return {
    async goOn(): Promise<Result<Verdict, ProvePassportRefusal>> {
      if (!questions) {
        const started = await begin()
        if (!started.ok) return started
        questions = started.value
      }
      const answers = await askChip(line, given, contents, questions)
      if (!answers.ok) return answers
      given.tell?.({ step: 'judging' })
      return questions.judge({ files: filesOf(contents), ...answers.value })
    },
  }
}

/** The passport of whoever holds this phone. */
export function beginPassport(line: Line, { purpose, ...reading }: BeginPassport) {
  return readPassport<ProvedByPassport>(line, reading, async () => {
    const begun = await passportCall(line, '/api/passport/begin', { purpose })
    if (!begun.ok) return begun
    const { proof, challenge } = begun.value
    return accept({
      challenge,
      order: (dg14) => passportCall(line, '/api/passport/chip', { proof, dg14 }),
      async judge(read) {
        const judged = await passportCall(line, '/api/passport/inspect', { proof, ...read })
        if (!judged.ok) return judged
        return accept({ proof, level: judged.value.level, photo: { dg2: read.files.dg2 } })
      },
    })
  })
}

/** A reading that the chip refuses gives way to the next. */
async function askChip(
  line: Line,
  given: Reading,
  contents: ChipContents,
  questions: Questions<unknown>,
): Promise<Result<Answers, ProvePassportRefusal>> {
  let answers: Result<Answers, ProvePassportRefusal> = refuse({
    kind: 'chip',
    code: 'wrong-password',
  })
  for (const fields of given.fields.slice(0, mostReadings)) {
    answers = await askChipWith(line, given, fields, contents, questions)
    if (answers.ok || !isWrongReading(answers.refusal)) return answers
  }
  return answers
}

function isWrongReading(refusal: ProvePassportRefusal): boolean {
  return refusal.kind === 'chip' && refusal.code === 'wrong-password'
}

async function askChipWith(
  line: Line,
  { reader, tell }: Reading,
  fields: AccessFields,
  contents: ChipContents,
  questions: Questions<unknown>,
): Promise<Result<Answers, ProvePassportRefusal>> {
  try {
    const transceiver = await connect(reader)
    const onProgress = (file: FileName, read: number, of: number) =>
      tell?.({ step: 'reading', file, read, of })
    const chip = await readChip(transceiver, contents, { fields, random: line.random, onProgress })
    tell?.({ step: 'proving' })
    const signature = await signatureOf(chip, contents, questions)
    const answered = await chipAnswerOf(chip, transceiver, contents, questions)
    if (!answered.ok) return answered
    return accept({
      ...(signature && { signature: base64url(signature) }),
      ...(answered.value && { chip_answer: base64url(answered.value) }),
    })
  } catch (error) {
    if (error instanceof AccessError || error instanceof NoChip)
      return refuse({ kind: 'chip', code: error.code })
    // What the chip offers in the clear cannot be read: a chip may say anything.
    if (error instanceof IcaoError) return refuse({ kind: 'chip', code: 'answer-form' })
    throw error
  }
}

async function connect(reader: ChipReader): Promise<Transceiver> {
  try {
    return await reader.connect()
  } catch (error) {
    // A shell that does not answer has none either.
    throw error instanceof NoChip ? error : new NoChip('no-chip')
  }
}

/** A chip that refuses proves nothing, which the server then sees; one that is gone is asked again. */
async function unlessRefused<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AccessError && error.code !== 'chip-lost') return undefined
    throw error
  }
}

function signatureOf(chip: Channel, { files }: ChipContents, { challenge }: Questions<unknown>) {
  if (!files.has('dg15')) return Promise.resolve(undefined)
  return unlessRefused(performActiveAuthentication(chip, bytesOf(challenge)))
}

/** Last, since the chip speaks another session afterwards, whose keys are the server's alone. */
async function chipAnswerOf(
  chip: Channel,
  transceiver: Transceiver,
  { files }: ChipContents,
  { order: ask }: Questions<unknown>,
): Promise<Result<Uint8Array | undefined, PassportCallRefusal>> {
  const dg14 = files.get('dg14')
  if (!dg14) return accept(undefined)
  const asked = await ask(base64url(dg14))
  if (!asked.ok) return asked
  const { order } = asked.value
  if (!order) return accept(undefined)
  const commands = order.commands.map(commandOf)
  const relayed = relayChipAuthentication(chip, transceiver, {
    commands,
    proof: bytesOf(order.apdu),
  })
  return accept(await unlessRefused(relayed))
}

function commandOf({ data, ...command }: ChipCommand) {
  return data === undefined ? command : { ...command, data: bytesOf(data) }
}

function bytesOf(text: string): Bytes {
  const bytes = fromBase64url(text)
  if (!bytes) throw new RangeError('the server sent no base64url')
  return bytes
}

function filesOf({ files }: ChipContents): PassportFiles {
  const texts = [...files].map(([name, bytes]) => [name, base64url(bytes)])
  return Object.fromEntries(texts) as PassportFiles
}
