/** Seed files as a maker writes them, whole or with something wrong in them. */
import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

export type SeedFile = {
  readonly devices: readonly SeedFileDevice[]
  readonly bits?: 128 | 192 | 256
  /** Derives the key from it, instead of agreeing on one. */
  readonly passphrase?: string
  readonly macKey?: 'own' | 'none'
  /** Stands before the root. */
  readonly prolog?: string
}

type SeedFileDevice = {
  readonly serial: string
  readonly seed: Buffer
  readonly model?: string
  readonly algorithm?: 'totp' | 'hotp'
  readonly suite?: string
  readonly length?: string
  readonly extra?: string
}

export function seedFile(given: SeedFile): { readonly xml: string; readonly key: Buffer } {
  const { devices, bits = 128, passphrase, macKey = 'own', prolog = '' } = given
  const salt = randomBytes(16)
  const key =
    passphrase === undefined
      ? randomBytes(bits / 8)
      : pbkdf2Sync(passphrase, salt, 2_000, bits / 8, 'sha1')
  const mac = macKey === 'own' ? randomBytes(20) : key
  const encrypted = (clear: Buffer) => {
    const iv = randomBytes(16)
    const cipher = createCipheriv(`aes-${String(bits)}-cbc`, key, iv)
    return Buffer.concat([iv, cipher.update(clear), cipher.final()])
  }
  const valueOf = (bytes: Buffer) =>
    `<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes${String(bits)}-cbc"/>
     <xenc:CipherData><xenc:CipherValue>${bytes.toString('base64')}</xenc:CipherValue></xenc:CipherData>`
  const packages = devices.map((device) => {
    const { serial, seed, model = 'code-display', algorithm = 'totp', suite, length = '6' } = device
    const value = encrypted(seed)
    const right = createHmac('sha1', mac).update(value).digest('base64')
    return `<KeyPackage>
  <DeviceInfo><Manufacturer>Maker</Manufacturer><SerialNo>${serial}</SerialNo><Model>${model}</Model></DeviceInfo>
  <Key Id="${serial}" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:${algorithm}">
    <AlgorithmParameters>${suite === undefined ? '' : `<Suite>${suite}</Suite>`}<ResponseFormat Length="${length}" Encoding="DECIMAL"/></AlgorithmParameters>
    <Data>
      <Secret><EncryptedValue>${valueOf(value)}</EncryptedValue><ValueMAC>${right}</ValueMAC></Secret>
      ${algorithm === 'totp' ? '<TimeInterval><PlainValue>30</PlainValue></TimeInterval>' : '<Counter><PlainValue>7</PlainValue></Counter>'}
    </Data>${device.extra ?? ''}
  </Key>
</KeyPackage>`
  })
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
${prolog}<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
  xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"
  xmlns:xenc11="http://www.w3.org/2009/xmlenc11#"
  xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#">
<EncryptionKey>${passphrase === undefined ? '<ds:KeyName>agreed</ds:KeyName>' : derivation(salt, bits)}</EncryptionKey>
<MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1">${macKey === 'own' ? `<MACKey>${valueOf(encrypted(mac))}</MACKey>` : ''}</MACMethod>
${packages.join('\n')}
</KeyContainer>
`
  return { xml, key }
}

function derivation(salt: Buffer, bits: number): string {
  return `<xenc11:DerivedKey>
  <xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
    <pkcs5:PBKDF2-params>
      <Salt><Specified>${salt.toString('base64')}</Specified></Salt>
      <IterationCount>2000</IterationCount><KeyLength>${String(bits / 8)}</KeyLength><PRF/>
    </pkcs5:PBKDF2-params>
  </xenc11:KeyDerivationMethod>
  <xenc:ReferenceList><xenc:DataReference URI="#ED"/></xenc:ReferenceList>
  <xenc11:MasterKeyName>passphrase</xenc11:MasterKeyName>
</xenc11:DerivedKey>`
}
