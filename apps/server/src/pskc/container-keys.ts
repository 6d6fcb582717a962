/** The keys of a container: what opens its seeds, and what shows that nobody changed them (RFC 6030 §6). */
import { createDecipheriv, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { attribute, bytes, child, choice, needed, wholeNumber, type PskcPart } from './part.ts'
import { PskcError } from './pskc-error.ts'

/** What sender and receiver agreed on: a key, or a passphrase that one is derived from. */
export type PskcSecret = { readonly key: Uint8Array } | { readonly passphrase: string }

export type ContainerKeys = {
  /** The clear secret of a `pskc:Secret`, once its MAC has been found right. */
  readonly open: (secret: PskcPart) => Uint8Array<ArrayBuffer>
}

const ciphers = {
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'aes-128-cbc', length: 16 },
  'http://www.w3.org/2001/04/xmlenc#aes192-cbc': { name: 'aes-192-cbc', length: 24 },
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'aes-256-cbc', length: 32 },
}
const macs = {
  'http://www.w3.org/2000/09/xmldsig#hmac-sha1': 'sha1',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha384': 'sha384',
  'http://www.w3.org/2001/04/xmldsig-more#hmac-sha512': 'sha512',
}
const derivations = {
  'http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2': true,
  'http://www.w3.org/2009/xmlenc11#pbkdf2': true,
}
/** Of one derivation: some seconds of work, and no more, for whoever writes a file. */
const mostIterations = 5_000_000
const block = 16
const derive = promisify(pbkdf2)

/** `container` with the parts that stand before its first package. */
export async function containerKeys(
  container: PskcPart,
  secret: PskcSecret,
): Promise<ContainerKeys> {
  const encryption = child(container, 'pskc:EncryptionKey')
  if (!encryption) throw new PskcError('missing-part', container.line)
  const method = child(container, 'pskc:MACMethod')
  if (!method) throw new PskcError('no-mac', container.line)
  const key = await encryptionKey(encryption, secret)
  const digest = choice(macs, attribute(method, 'Algorithm'), method.line)
  const encryptedKey = child(method, 'pskc:MACKey')
  // Without a MAC key of its own a container is authenticated with its one key (RFC 6030 §6.1.1).
  const macKey = encryptedKey ? decrypt(key, encryptedKey) : key
  return {
    open(part) {
      const clear = child(part, 'pskc:PlainValue')
      if (clear) throw new PskcError('clear-secret', clear.line)
      const value = needed(part, 'pskc:EncryptedValue')
      const given = child(part, 'pskc:ValueMAC')
      if (!given) throw new PskcError('no-mac', part.line)
      const right = createHmac(digest, macKey).update(cipherBytes(value)).digest()
      const mac = bytes(given)
      if (mac.length !== right.length || !timingSafeEqual(mac, right))
        throw new PskcError('wrong-mac', given.line)
      return Uint8Array.from(decrypt(key, value))
    },
  }
}

async function encryptionKey(part: PskcPart, secret: PskcSecret): Promise<Uint8Array> {
  const derived = child(part, 'xenc11:DerivedKey')
  if (!derived) {
    needed(part, 'ds:KeyName')
    if ('key' in secret) return secret.key
    throw new PskcError('wrong-key', part.line)
  }
  if (!('passphrase' in secret)) throw new PskcError('wrong-key', part.line)
  const method = needed(derived, 'xenc11:KeyDerivationMethod')
  choice(derivations, attribute(method, 'Algorithm'), method.line)
  const params = needed(method, 'pbkdf2:PBKDF2-params')
  const salt = bytes(needed(params, 'pbkdf2:Salt', 'pbkdf2:Specified'))
  const iterations = wholeNumber(needed(params, 'pbkdf2:IterationCount'), mostIterations)
  const length = wholeNumber(needed(params, 'pbkdf2:KeyLength'), 32)
  const prf = child(params, 'pbkdf2:PRF')?.attributes['Algorithm']
  const digest = prf === undefined ? 'sha1' : choice(prfs, prf, params.line)
  if (iterations === 0 || length < block) throw new PskcError('wrong-value', params.line)
  return derive(secret.passphrase, salt, iterations, length, digest)
}

const prfs = {
  ...macs,
  'http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#hmac-sha1': 'sha1',
}

function cipherBytes(value: PskcPart): Buffer {
  return bytes(needed(value, 'xenc:CipherData', 'xenc:CipherValue'))
}

/** The last byte tells how many bytes pad it; the others may be any (XML Encryption §5.2). */
function decrypt(key: Uint8Array, value: PskcPart): Buffer {
  const method = needed(value, 'xenc:EncryptionMethod')
  const { name, length } = choice(ciphers, attribute(method, 'Algorithm'), method.line)
  if (key.length !== length) throw new PskcError('wrong-key', value.line)
  const whole = cipherBytes(value)
  if (whole.length < 2 * block || whole.length % block !== 0)
    throw new PskcError('wrong-value', value.line)
  const cipher = createDecipheriv(name, key, whole.subarray(0, block)).setAutoPadding(false)
  const padded = Buffer.concat([cipher.update(whole.subarray(block)), cipher.final()])
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > block) throw new PskcError('wrong-key', value.line)
  return padded.subarray(0, -padding)
}
