/** Outside peer: certificates, revocation lists and signed data as the OpenSSL program makes them. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHex, type Bytes } from '../bytes.ts'
import { isSelfSigned, isSignedBy, parseCertificate } from '../pki/certificate.ts'
import { makeAuthority, makeDocumentSigner, revoke, signAs } from '../testing/country.ts'
import { seededRandom } from '../testing/seeded-random.ts'
import { parseSignedData } from './signed-data.ts'
import { findSigner, verifySignedData } from './verify-signed-data.ts'

const installed = spawnSync('openssl', ['version']).status === 0
if (!installed) console.warn('openssl is not installed: its tests are skipped')

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icao9303-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const path = (name: string) => join(folder, name)
const read = (name: string): Bytes => new Uint8Array(readFileSync(path(name)))
const openssl = (...args: readonly string[]) =>
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }).toString()

const keys = {
  'RSA with PKCS #1': ['-newkey', 'rsa:2048', '-sha256'],
  'RSA with PSS': ['-newkey', 'rsa:2048', '-sha384', '-sigopt', 'rsa_padding_mode:pss'],
  brainpoolP256r1: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1', '-sha256'],
  'explicit brainpoolP384r1': [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:brainpoolP384r1',
    '-pkeyopt',
    'ec_param_enc:explicit',
    '-sha384',
  ],
} as const

describe.skipIf(!installed)('what OpenSSL makes', () => {
  it.for(Object.entries(keys))('%s: certificate and signed data', ([name, options]) => {
    const subject = ['-subj', '/C=UT/CN=Signer', '-nodes', '-days', '30']
    const files = ['-keyout', 'key.pem', '-out', 'cert.pem']
    openssl('req', '-x509', ...options, ...subject, ...files)
    openssl('x509', '-in', 'cert.pem', '-outform', 'DER', '-out', 'cert.der')
    const certificate = parseCertificate(read('cert.der'))
    expect(isSelfSigned(certificate)).toBe(true)
    writeFileSync(path('content'), 'what is signed')
    const pss = name === 'RSA with PSS' ? ['-keyopt', 'rsa_padding_mode:pss'] : []
    // OpenSSL cannot stream signatures with PSS.
    const streamed = pss.length > 0 ? [] : [['-stream', '-indef']]
    for (const form of [[], ['-keyid'], ['-noattr'], ...streamed]) {
      const input = ['-in', 'content', '-binary', '-nodetach', '-md', 'sha256', '-outform', 'DER']
      const signer = ['-signer', 'cert.pem', '-inkey', 'key.pem', ...pss, ...form]
      openssl('cms', '-sign', ...input, ...signer, '-out', 'signed.der')
      const signedData = parseSignedData(read('signed.der'))
      expect(new TextDecoder().decode(signedData.content)).toBe('what is signed')
      const [info] = signedData.signers
      if (!info) throw new Error('the signed data have a signer')
      const found = findSigner(info.name, signedData.certificates.map(parseCertificate))
      expect(found && toHex(found.raw)).toBe(toHex(certificate.raw))
      expect(verifySignedData(signedData, info, certificate)).toBe(true)
      const altered = { ...signedData, content: new TextEncoder().encode('something else') }
      expect(verifySignedData(altered, info, certificate)).toBe(false)
    }
  })
  it('OpenSSL takes the certificates, lists and signed data that the tests here make', () => {
    const random = seededRandom(9)
    const authority = makeAuthority(random)
    const signer = makeDocumentSigner(authority, random)
    writeFileSync(path('csca.der'), authority.certificate)
    writeFileSync(path('ds.der'), signer.certificate)
    writeFileSync(path('crl.der'), revoke(authority, [12]))
    writeFileSync(path('sd.der'), signAs(signer, '1.2.840.113549.1.7.1', Uint8Array.of(1, 2, 3)))
    openssl('x509', '-inform', 'DER', '-in', 'csca.der', '-out', 'csca.pem')
    openssl('x509', '-inform', 'DER', '-in', 'ds.der', '-out', 'ds.pem')
    openssl('crl', '-inform', 'DER', '-in', 'crl.der', '-CAfile', 'csca.pem', '-noout')
    expect(openssl('verify', '-CAfile', 'csca.pem', 'ds.pem')).toContain('OK')
    const against = ['-CAfile', 'csca.pem', '-purpose', 'any', '-binary', '-out', 'content.out']
    openssl('cms', '-verify', '-inform', 'DER', '-in', 'sd.der', ...against)
    expect(toHex(read('content.out'))).toBe('010203')
    const [csca, ds] = [
      parseCertificate(authority.certificate),
      parseCertificate(signer.certificate),
    ]
    expect(isSignedBy(ds, csca)).toBe(true)
  })
})
