import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PskcSecret } from './container-keys.ts'
import { PskcError } from './pskc-error.ts'
import { readPskc, type DeliveredDevice } from './read-pskc.ts'
import { seedFile, type SeedFile } from './testing/seed-file.ts'

async function read(
  xml: string | Buffer,
  secret: PskcSecret,
  { kind, chunk = 65_536 }: { kind?: 'audio-reader'; chunk?: number } = {},
): Promise<DeliveredDevice[]> {
  const bytes = Buffer.from(xml)
  const chunks: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunk) chunks.push(bytes.subarray(at, at + chunk))
  const devices: DeliveredDevice[] = []
  for await (const device of readPskc(chunks, { secret, kind })) devices.push(device)
  return devices
}

async function refusal(reading: Promise<unknown>): Promise<string> {
  const fault: unknown = await reading.then(
    () => 'read',
    (error: unknown) => error,
  )
  if (!(fault instanceof PskcError)) throw new Error(`not refused as it must be: ${String(fault)}`)
  return `${fault.code} ${String(fault.line)}`
}

const seed = randomBytes(20)
const one = { serial: '2700000017', seed }
const other = { serial: '2700000025', seed: randomBytes(32), suite: 'HMAC-SHA256' }
const lineOf = (xml: string, text: string, which = 0) =>
  String(xml.slice(0, xml.split(text, which + 1).join(text).length).split('\n').length)

/** What a maker wrote, and somebody then changed. */
async function changed(from: string, to: string, file: Partial<SeedFile> = {}) {
  const { xml, key } = seedFile({ devices: [one, other], ...file })
  expect(xml).toContain(from)
  return refusal(read(xml.replace(from, to), { key })).then((found) => ({ found, xml }))
}

/** RFC 6030 §6.1, figure 6, but for its eight digits, with the key and seed that it names. */
const figure6 = `<?xml version="1.0" encoding="UTF-8"?>
<KeyContainer Version="1.0" xmlns="urn:ietf:params:xml:ns:keyprov:pskc"
  xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#">
  <EncryptionKey><ds:KeyName>Pre-shared-key</ds:KeyName></EncryptionKey>
  <MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"><MACKey>
    <xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>
    <xenc:CipherData><xenc:CipherValue>
      ESIzRFVmd4iZABEiM0RVZgKn6WjLaTC1sbeBMSvIhRejN9vJa2BOlSaMrR7I5wSX
    </xenc:CipherValue></xenc:CipherData>
  </MACKey></MACMethod>
  <KeyPackage>
    <DeviceInfo><Manufacturer>Manufacturer</Manufacturer><SerialNo>987654321</SerialNo></DeviceInfo>
    <CryptoModuleInfo><Id>CM_ID_001</Id></CryptoModuleInfo>
    <Key Id="12345678" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">
      <Issuer>Issuer</Issuer>
      <AlgorithmParameters><ResponseFormat Length="6" Encoding="DECIMAL"/></AlgorithmParameters>
      <Data>
        <Secret>
          <EncryptedValue>
            <xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>
            <xenc:CipherData><xenc:CipherValue>
              AAECAwQFBgcICQoLDA0OD+cIHItlB3Wra1DUpxVvOx2lef1VmNPCMl8jwZqIUqGv
            </xenc:CipherValue></xenc:CipherData>
          </EncryptedValue>
          <ValueMAC>Su+NvtQfmvfJzF6bmQiJqoLRExc=</ValueMAC>
        </Secret>
        <Counter><PlainValue>0</PlainValue></Counter>
      </Data>
    </Key>
  </KeyPackage>
</KeyContainer>`
const figure6Key = Buffer.from('12345678901234567890123456789012', 'hex')

describe('a seed file', () => {
  it('RFC 6030 §6.1, figure 6: its MAC fits, and its seed is the one that the RFC names', async () => {
    const [found] = await read(figure6, { key: figure6Key }, { kind: 'audio-reader' })
    expect(Buffer.from(found?.device.seed ?? []).toString()).toBe('12345678901234567890')
    expect(found?.device).toMatchObject({
      serial: '987654321',
      kind: 'audio-reader',
      otp: { algorithm: 'HOTP', digest: 'SHA1', digits: 6 },
      counter: 0,
    })
  })

  it.each([128, 192, 256] as const)(
    'RFC 6030 §6.1: AES-%i-CBC with an agreed key',
    async (bits) => {
      const { xml, key } = seedFile({ devices: [one, other], bits })
      const devices = await read(xml, { key })
      expect(devices.map(({ device }) => Buffer.from(device.seed))).toEqual([seed, other.seed])
      expect(devices[1]?.device.otp).toEqual({
        algorithm: 'TOTP',
        digest: 'SHA256',
        digits: 6,
        period: 30,
      })
      expect(devices.map(({ line }) => String(line))).toEqual([
        lineOf(xml, '<KeyPackage'),
        lineOf(xml, '<KeyPackage', 1),
      ])
    },
  )

  it('RFC 6030 §6.2: a key that is derived from a passphrase by PBKDF2', async () => {
    const passphrase = 'a rather long one'
    const { xml } = seedFile({ devices: [one], passphrase })
    expect((await read(xml, { passphrase }))[0]?.device.seed).toEqual(Uint8Array.from(seed))
    expect(await refusal(read(xml, { passphrase: 'another' }))).toMatch(/^wrong-(?:mac|key) \d+$/u)
    expect(await refusal(read(xml, { key: randomBytes(16) }))).toMatch(/^wrong-key/u)
  })

  it('a container without a MAC key of its own is authenticated with its one key', async () => {
    const { xml, key } = seedFile({ devices: [one], macKey: 'none' })
    expect(await read(xml, { key })).toHaveLength(1)
  })

  it('is the same in pieces of any size, also where a letter of two bytes is cut', async () => {
    const { xml, key } = seedFile({ devices: [one, other], prolog: '<!-- æøå -->' })
    const whole = await read(xml, { key })
    for (const chunk of [1, 7, 100]) expect(await read(xml, { key }, { chunk })).toEqual(whole)
  })

  it('HOTP begins where its counter says', async () => {
    const { xml, key } = seedFile({ devices: [{ ...one, algorithm: 'hotp' }] })
    expect((await read(xml, { key }))[0]?.device).toMatchObject({ counter: 7 })
  })
})

describe('refused, with the line, and without a word of the file', () => {
  it.each([1, 2])('a MAC that does not fit, of device %i', async (which) => {
    const { xml, key } = seedFile({ devices: [one, other] })
    const value = xml.split('<ValueMAC>')[which]?.slice(0, 27) ?? ''
    const forged = xml.replace(value, randomBytes(20).toString('base64').slice(0, 27))
    expect(await refusal(read(forged, { key }))).toBe(
      `wrong-mac ${lineOf(xml, '<ValueMAC>', which - 1)}`,
    )
  })
  it('a seed that was changed under its MAC', async () => {
    const { xml, key } = seedFile({ devices: [one] })
    const [, , text = ''] = xml.split('<xenc:CipherValue>')
    const letter = text.startsWith('A') ? 'B' : 'A'
    expect(await refusal(read(xml.replace(text, letter + text.slice(1)), { key }))).toMatch(
      /^wrong-mac/u,
    )
  })
  it('another key, of the right length and of a wrong one', async () => {
    const { xml } = seedFile({ devices: [one] })
    for (const key of [randomBytes(16), randomBytes(32)])
      expect(await refusal(read(xml, { key }))).toMatch(/^wrong-(?:key|mac) \d+$/u)
  })
  it('an external entity is neither read nor asked for', async () => {
    const prolog = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n'
    const { xml, key } = seedFile({ devices: [{ ...one, serial: '&e;' }], prolog })
    expect(await refusal(read(xml, { key }))).toBe('doctype 2')
  })
  it('entities that grow a billionfold', async () => {
    const more = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${String(n + 1)} "${`&l${String(n)};`.repeat(10)}">`,
    ).join('')
    const prolog = `<!DOCTYPE x [<!ENTITY l0 "lol">${more}]>\n`
    const { xml, key } = seedFile({ devices: [{ ...one, serial: '&l9;' }], prolog })
    expect(await refusal(read(xml, { key }))).toBe('doctype 2')
  })
  it('an entity that nobody declared', async () => {
    const { found } = await changed('Maker', '&maker;')
    expect(found).toMatch(/^not-well-formed/u)
  })
  it.each([
    ['a text without end', '<KeyContainer'.padEnd(300_000, ' '), 'too-large'],
    ['an attribute without end', `<a b="${'x'.repeat(300_000)}`, 'too-large'],
    ['a document type without end', `<!DOCTYPE ${'x'.repeat(300_000)}`, 'too-large'],
    ['an element that is none of RFC 6030', '<html/>', 'not-pskc 1'],
    ['nothing', '', 'not-well-formed'],
    ['JSON', '{"keys":[]}', 'not-well-formed'],
  ])('%s', async (_, xml, code) => {
    expect(await refusal(read(xml, { key: randomBytes(16) }))).toContain(code)
  })
  it('elements in each other without end, and many in one', async () => {
    const deep = '<Data>'.repeat(100_000)
    expect((await changed('<Data>', deep)).found).toMatch(/^unknown-part/u)
    const many = '<Issuer>x</Issuer>'.repeat(100)
    expect((await changed('<AlgorithmParameters>', `${many}<AlgorithmParameters>`)).found).toMatch(
      /^too-large/u,
    )
  })
  it('a text that is spread over comments without end', async () => {
    const pieces = `${'x'.repeat(20_000)}<!-- -->`.repeat(10)
    expect((await changed('Maker', pieces)).found).toMatch(/^too-large/u)
  })
  it('letters that are not UTF-8, and another encoding', async () => {
    const { xml, key } = seedFile({ devices: [one] })
    const latin = Buffer.from(xml.replace('Maker', 'Måker'), 'latin1')
    expect(await refusal(read(latin, { key }))).toMatch(/^not-utf-8/u)
    const named = xml.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"')
    expect(await refusal(read(named, { key }))).toBe('not-utf-8 1')
  })
  it.each<readonly [string, string, string, string]>([
    ['an element that it does not know', '<Data>', '<Data><Evil/>', 'unknown-part'],
    ['an attribute that it does not know', '<Data>', '<Data a="b">', 'unknown-part'],
    ['a second seed', '<Secret>', '<Secret></Secret><Secret>', 'unknown-part'],
    ['text between elements', '<Data>', 'hello<Data>', 'unknown-part'],
    ['a section of raw text', 'Maker', '<![CDATA[Maker]]>', 'unknown-part'],
    ['an instruction', '<Data>', '<?php ?><Data>', 'unknown-part'],
    ['another version', 'Version="1.0"', 'Version="2.0"', 'not-pskc'],
    ['no MAC method', '<MACMethod ', '<EncryptionKey/><MACMethod ', 'unknown-part'],
    ['a cipher without a chain', 'aes128-cbc', 'tripledes-cbc', 'not-supported'],
    ['a MAC that nobody should use', 'hmac-sha1', 'hmac-md5', 'not-supported'],
    ['eight digits', 'Length="6"', 'Length="8"', 'not-supported'],
    ['letters for digits', 'DECIMAL', 'ALPHANUMERIC', 'not-supported'],
    ['another algorithm', 'pskc:totp', 'pskc:ocra', 'not-supported'],
    ['no period', '30</PlainValue>', '0</PlainValue>', 'wrong-value'],
    ['a period of words', '30</PlainValue>', 'thirty</PlainValue>', 'wrong-value'],
    ['a serial number that is none', '>2700000017<', '>27 Ø<', 'wrong-value'],
    ['a model that says nothing', '>code-display<', '>T-1000<', 'no-model'],
    [
      'an algorithm of digests that it does not know',
      '<Suite>HMAC-SHA256',
      '<Suite>MD5',
      'not-supported',
    ],
    [
      'a policy that it cannot hold',
      '</Data>',
      '</Data><Policy><KeyUsage>Sign</KeyUsage></Policy>',
      'not-supported',
    ],
    ['half of a pair', '</KeyContainer>', '', 'not-well-formed'],
  ])('%s', async (_, from, to, code) => {
    expect((await changed(from, to)).found).toContain(code)
  })
  it('a seed in clear, one without a MAC, and a short one', async () => {
    const clear = await changed(
      '<Secret><EncryptedValue>',
      '<Secret><PlainValue>AAAA</PlainValue></Secret><Secret><EncryptedValue>',
    )
    expect(clear.found).toMatch(/^unknown-part/u)
    const { xml, key } = seedFile({ devices: [one] })
    const secret = /<Secret>.*<\/Secret>/su
    const plain = xml.replace(secret, '<Secret><PlainValue>AAAA</PlainValue></Secret>')
    expect(await refusal(read(plain, { key }))).toMatch(/^clear-secret/u)
    const without = xml.replace(/<ValueMAC>.*<\/ValueMAC>/u, '')
    expect(await refusal(read(without, { key }))).toMatch(/^no-mac/u)
    const methodless = xml.replace(/<MACMethod.*<\/MACMethod>/su, '')
    expect(await refusal(read(methodless, { key }))).toMatch(/^no-mac/u)
    const short = seedFile({ devices: [{ ...one, seed: randomBytes(8) }] })
    expect(await refusal(read(short.xml, { key: short.key }))).toMatch(/^wrong-value/u)
  })
  it('says the line, and quotes nothing', async () => {
    const { found, xml } = await changed('>2700000017<', '>secret!<')
    expect(found).toBe(`wrong-value ${lineOf(xml, '>2700000017<')}`)
    expect(new PskcError('wrong-value', 7).message).toBe(
      'Line 7: This value is none that it can have.',
    )
  })
})

describe('whatever comes', () => {
  const { xml, key } = seedFile({ devices: [one] })
  const only = async (bytes: Buffer) => {
    try {
      await read(bytes, { key }, { chunk: 97 })
    } catch (fault) {
      expect(fault).toBeInstanceOf(PskcError)
    }
  }
  it('throws nothing but its own error, for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => only(Buffer.from(bytes))),
    )
  })
  it('throws nothing but its own error, for a file with pieces cut out, doubled or changed', async () => {
    const place = fc.integer({ min: 0, max: xml.length })
    const piece = fc.oneof(
      fc.constantFrom('<', '>', '&', '"', '</', '<!--', ']]>', '<Key>', '</Data>', ' xmlns="a"'),
      fc.string({ maxLength: 8 }),
      fc.tuple(place, place).map(([from, to]) => xml.slice(from, Math.min(to, from + 400))),
    )
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 0, max: 60 }), piece, async (at, cut, put) => {
        await only(Buffer.from(xml.slice(0, at) + put + xml.slice(at + cut)))
      }),
      { numRuns: 400 },
    )
  })
  it('round trip: what a maker writes is what is read', async () => {
    const device = fc.record({
      serial: fc.stringMatching(/^[A-Z0-9]{6,20}$/u),
      seed: fc.uint8Array({ minLength: 16, maxLength: 64 }).map((bytes) => Buffer.from(bytes)),
      model: fc.constantFrom('code-display', 'audio-reader'),
      algorithm: fc.constantFrom('totp' as const, 'hotp' as const),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(device, { minLength: 1, maxLength: 5 }), async (devices) => {
        const file = seedFile({ devices, bits: 256 })
        const found = await read(file.xml, { key: file.key })
        expect(
          found.map(({ device: { serial, seed: bytes, kind, otp } }) => ({
            serial,
            seed: Buffer.from(bytes),
            model: kind,
            algorithm: otp.algorithm.toLowerCase(),
          })),
        ).toEqual(devices)
      }),
      { numRuns: 50 },
    )
  })
})
