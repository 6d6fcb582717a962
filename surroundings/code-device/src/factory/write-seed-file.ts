/** The seed file of a delivery: PSKC (RFC 6030), seeds under AES-256-CBC, each with its MAC. */
import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import { stepSeconds, type Device } from '../device.ts'

const block = 16

/** In pieces, so that a delivery of any size is written as it is made. `key` has 32 bytes. */
export function* writeSeedFile(devices: Iterable<Device>, key: Uint8Array): Generator<string> {
  const macKey = randomBytes(32)
  yield `<?xml version="1.0" encoding="UTF-8"?>
<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
    xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
  <EncryptionKey><ds:KeyName>delivery</ds:KeyName></EncryptionKey>
  <MACMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-sha256">
    <MACKey>${valueOf(encrypt(key, macKey))}</MACKey>
  </MACMethod>
`
  for (const device of devices) yield packageOf(device, key, macKey)
  yield '</KeyContainer>\n'
}

function packageOf(device: Device, key: Uint8Array, macKey: Uint8Array): string {
  const { serial, kind, algorithm, digest, seed } = device
  const value = encrypt(key, Buffer.from(seed, 'hex'))
  const mac = createHmac('sha256', macKey).update(value).digest('base64')
  const moving =
    algorithm === 'TOTP'
      ? `<TimeInterval><PlainValue>${String(stepSeconds)}</PlainValue></TimeInterval>`
      : '<Counter><PlainValue>0</PlainValue></Counter>'
  return `  <KeyPackage>
    <DeviceInfo>
      <Manufacturer>Sandkassens kodefabrik</Manufacturer>
      <SerialNo>${serial}</SerialNo>
      <Model>${kind}</Model>
    </DeviceInfo>
    <Key Id="${serial}" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:${algorithm.toLowerCase()}">
      <AlgorithmParameters>
        <Suite>HMAC-${digest}</Suite>
        <ResponseFormat Length="6" Encoding="DECIMAL"/>
      </AlgorithmParameters>
      <Data>
        <Secret>
          <EncryptedValue>${valueOf(value)}</EncryptedValue>
          <ValueMAC>${mac}</ValueMAC>
        </Secret>
        ${moving}
      </Data>
    </Key>
  </KeyPackage>
`
}

function encrypt(key: Uint8Array, clear: Uint8Array): Buffer {
  const iv = randomBytes(block)
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(clear), cipher.final()])
}

function valueOf(value: Buffer): string {
  return `<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>
            <xenc:CipherData><xenc:CipherValue>${value.toString('base64')}</xenc:CipherValue></xenc:CipherData>`
}
