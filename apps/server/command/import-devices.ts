/** `mitid import-devices`: a delivery of code devices, from the seed file that came with it. */
import { open as openFile, type FileHandle } from 'node:fs/promises'
import {
  deviceKinds,
  receiveDevices,
  type DeviceKind,
  type ReceiveDevicesRefusal,
} from '@open-mitid/identity/authenticator'
import { postgresDeviceStock } from '@open-mitid/postgres'
import { PskcError, readPskc, type PskcSecret } from '../src/pskc/index.ts'
import { isSet, text, UsageError, type Command, type Outcome, type Values } from './command.ts'
import { progressBar } from './progress-bar.ts'

export const importDevicesCommand: Command = {
  summary: 'takes a delivery of code devices into stock',
  usage: `FILE (--key-file FILE | --passphrase-file FILE) [--kind ${deviceKinds.join('|')}]

  FILE               the seed file (PSKC, RFC 6030): seeds encrypted, each with its MAC
  --key-file FILE    the key that was agreed on with the maker, in hexadecimal or base64
  --passphrase-file  or the passphrase, on its first line, that the file derives the key from
  --kind             what all of them are, where the models in the file do not say

  All of it or nothing: a MAC that does not fit, a serial number that is known or comes twice, and
  anything else that is wrong is named with its line, and nothing is taken into stock.
  Answers {"code-display", "audio-reader"}: how many came.`,
  options: {
    'key-file': { type: 'string' },
    'passphrase-file': { type: 'string' },
    kind: { type: 'string' },
  },
  takesFile: true,
  async run(values, { open, random }) {
    const kind = kindOf(values)
    const path = text(values, 'file')
    if (path === undefined) throw new UsageError('Name the seed file.')
    const secret = await secretOf(values)
    await using file = await openOrSay(path)
    const { size } = await file.stat()
    const bar = progressBar(size, !isSet(values, 'json'))
    const { db, vault } = await open()
    const receive = receiveDevices({ stock: postgresDeviceStock(db, vault), random })
    try {
      const list = readPskc(bar.watch(file.createReadStream({ autoClose: false })), {
        secret,
        kind,
      })
      const received = await receive(list)
      if (!received.ok) return refusal(received.refusal)
      const lines = deviceKinds.map((each) => `${each}: ${String(received.value[each])} came.`)
      return { ok: true, json: received.value, lines }
    } catch (fault) {
      if (!(fault instanceof PskcError)) throw fault
      return { ok: false, kind: fault.code, sentence: `${fault.message} ${nothing}` }
    } finally {
      bar.end()
    }
  },
}

const nothing = 'Nothing was taken into stock.'

const sentences: Readonly<Record<ReceiveDevicesRefusal['kind'], string>> = {
  'serial-known': 'A device with this serial number was delivered before.',
  'serial-twice': 'An earlier line has this serial number too.',
  'nothing-delivered': 'There is no device in this file.',
}

function refusal({ kind, line }: ReceiveDevicesRefusal): Outcome {
  const sentence = `Line ${String(line)}: ${sentences[kind]} ${nothing}`
  return { ok: false, kind, sentence }
}

function kindOf(values: Values): DeviceKind | undefined {
  const named = text(values, 'kind')
  if (named === undefined) return undefined
  const kind = deviceKinds.find((each) => each === named)
  if (kind === undefined) throw new UsageError(`--kind is one of ${deviceKinds.join(', ')}.`)
  return kind
}

async function secretOf(values: Values): Promise<PskcSecret> {
  const [key, passphrase] = [text(values, 'key-file'), text(values, 'passphrase-file')]
  if (key !== undefined && passphrase === undefined) return { key: parseKey(await secretIn(key)) }
  if (passphrase !== undefined && key === undefined) {
    const [line = ''] = (await secretIn(passphrase)).split(/\r?\n/u)
    return { passphrase: line }
  }
  throw new UsageError('Say what opens it, with --key-file or with --passphrase-file.')
}

/** A secret that others may read is none. */
async function secretIn(path: string): Promise<string> {
  await using file = await openOrSay(path)
  const { mode } = await file.stat()
  if ((mode & 0o077) !== 0)
    throw new UsageError(
      `Others may read ${path}. Make it yours alone (chmod 600), then try again.`,
    )
  return await file.readFile('utf8')
}

/** An AES key of 128, 192 or 256 bits. */
function parseKey(written: string): Uint8Array {
  const trimmed = written.trim()
  const key = /^[0-9a-f]*$/iu.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : Buffer.from(trimmed, 'base64')
  if (![16, 24, 32].includes(key.length))
    throw new UsageError('The key file must hold 16, 24 or 32 bytes in hexadecimal or base64.')
  return key
}

async function openOrSay(path: string): Promise<FileHandle> {
  try {
    return await openFile(path)
  } catch (cause) {
    throw new UsageError(`${path} cannot be read.`, { cause })
  }
}
