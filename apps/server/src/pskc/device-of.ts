/** A key package (RFC 6030 §4) as one device: its kind, its algorithm (§10), and its seed. */
import {
  SerialNumber,
  type DeviceKind,
  type Otp,
  type StockDevice,
} from '@open-mitid/identity/authenticator'
import type { ContainerKeys } from './container-keys.ts'
import { attribute, child, choice, needed, wholeNumber, type PskcPart } from './part.ts'
import { PskcError } from './pskc-error.ts'

const algorithms = {
  'urn:ietf:params:xml:ns:keyprov:pskc:totp': 'TOTP',
  'urn:ietf:params:xml:ns:keyprov:pskc:hotp': 'HOTP',
} as const
const suites = {
  'HMAC-SHA1': 'SHA1',
  'HMAC-SHA256': 'SHA256',
  'HMAC-SHA512': 'SHA512',
} as const
const kinds = { 'code-display': 'code-display', 'audio-reader': 'audio-reader' } as const

const secretLength = { least: 16, most: 64 }
/** The box asks for six digits. */
const digits = 6
const longestPeriod = 60

/** `kind` is what the whole delivery is, where its models do not say. */
export function deviceOf(
  pack: PskcPart,
  keys: ContainerKeys,
  kind: DeviceKind | undefined,
): StockDevice {
  const info = needed(pack, 'pskc:DeviceInfo')
  const key = needed(pack, 'pskc:Key')
  const data = needed(key, 'pskc:Data')
  const algorithm = choice(algorithms, attribute(key, 'Algorithm'), key.line)
  const usage = child(key, 'pskc:Policy')
  if (usage && needed(usage, 'pskc:KeyUsage').text.trim() !== 'OTP')
    throw new PskcError('not-supported', usage.line)
  return {
    serial: serialOf(needed(info, 'pskc:SerialNo')),
    kind: kind ?? kindOf(info),
    otp: otpOf(algorithm, key, data),
    counter: counterOf(algorithm, data),
    seed: seedOf(needed(data, 'pskc:Secret'), keys),
  }
}

function serialOf({ text, line }: PskcPart): SerialNumber {
  const serial = SerialNumber.parse(text)
  if (serial === undefined) throw new PskcError('wrong-value', line)
  return serial
}

function kindOf(info: PskcPart): DeviceKind {
  const model = child(info, 'pskc:Model')
  const said = model?.text.trim() ?? ''
  if (!Object.hasOwn(kinds, said)) throw new PskcError('no-model', (model ?? info).line)
  return said as DeviceKind
}

function otpOf(algorithm: Otp['algorithm'], key: PskcPart, data: PskcPart): Otp {
  const params = needed(key, 'pskc:AlgorithmParameters')
  const format = needed(params, 'pskc:ResponseFormat')
  const { Length: length, Encoding: encoding, CheckDigits: check = 'false' } = format.attributes
  const plain = encoding === 'DECIMAL' && ['false', '0'].includes(check)
  if (!plain || length !== String(digits)) throw new PskcError('not-supported', format.line)
  const suite = child(params, 'pskc:Suite')
  const digest = suite ? choice(suites, suite.text.trim(), suite.line) : 'SHA1'
  if (algorithm === 'HOTP') return { algorithm, digest, digits }
  const interval = needed(data, 'pskc:TimeInterval', 'pskc:PlainValue')
  const period = wholeNumber(interval, longestPeriod)
  if (period < 1) throw new PskcError('wrong-value', interval.line)
  const time = child(data, 'pskc:Time')
  // Time is counted from 1970 (RFC 6238 §4.1: T0 = 0).
  if (time && wholeNumber(needed(time, 'pskc:PlainValue'), Number.MAX_SAFE_INTEGER) !== 0)
    throw new PskcError('not-supported', time.line)
  return { algorithm, digest, digits, period }
}

function counterOf(algorithm: Otp['algorithm'], data: PskcPart): number {
  if (algorithm === 'TOTP') return 0
  return wholeNumber(needed(data, 'pskc:Counter', 'pskc:PlainValue'), Number.MAX_SAFE_INTEGER)
}

function seedOf(secret: PskcPart, keys: ContainerKeys): StockDevice['seed'] {
  const seed = keys.open(secret)
  if (seed.length < secretLength.least || seed.length > secretLength.most)
    throw new PskcError('wrong-value', secret.line)
  return seed
}
