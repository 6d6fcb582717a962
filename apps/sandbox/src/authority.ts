/**
 * A certificate authority for one sandbox, so that a real phone can reach it over HTTPS. Its
 * certificate says that it may vouch for this one address and no other (RFC 5280 §4.2.1.10), so a
 * phone that trusts it trusts it for nothing else.
 */
import 'reflect-metadata' // what @peculiar/x509 registers its parts with; must come first
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Certified = {
  /** For `tls.createServer`: the address's own certificate and key, PEM. */
  readonly cert: string
  readonly key: string
  /** What a phone must be told to trust, PEM. */
  readonly authority: string
  /** The file that holds it, for programs that must trust it too. */
  readonly authorityFile: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const day = 24 * 60 * 60 * 1000

/** Makes the authority of this address once and keeps it; a certificate for a year each start. */
export async function certify(address: string, folder: string, now: Date): Promise<Certified> {
  const { certificate, keys, certificateFile } = await authorityOf(address, folder, now)
  const own = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const cert = await X509CertificateGenerator.create({
    serialNumber: randomBytes(16).toString('hex'),
    subject: [{ CN: ['MitID sandbox'] }],
    issuer: certificate.subject,
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + 365 * day),
    signingAlgorithm: algorithm,
    publicKey: own.publicKey,
    signingKey: keys.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([{ type: 'ip', value: address }]),
    ],
  })
  return {
    cert: cert.toString('pem'),
    key: await pemOf(own.privateKey),
    authority: certificate.toString('pem'),
    authorityFile: certificateFile,
  }
}

async function authorityOf(address: string, folder: string, now: Date) {
  const [keyFile, certificateFile] = ['key', 'crt'].map((end) =>
    join(folder, `${address.replaceAll(':', '-')}.${end}`),
  ) as [string, string]
  const kept = await readFile(keyFile, 'utf8').catch(() => undefined)
  if (kept !== undefined) {
    const certificate = new X509Certificate(await readFile(certificateFile, 'utf8'))
    const privateKey = await crypto.subtle.importKey(
      'pkcs8',
      PemConverter.decode(kept)[0] ?? new ArrayBuffer(),
      algorithm,
      true,
      ['sign'],
    )
    return { certificate, certificateFile, keys: { privateKey } }
  }
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: randomBytes(16).toString('hex'),
    name: [{ CN: [`MitID sandbox at ${address}`] }],
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + 825 * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      new Extension('2.5.29.30', true, onlyThis(address)),
    ],
  })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(certificateFile, certificate.toString('pem'))
  await writeFile(keyFile, await pemOf(keys.privateKey), { mode: 0o600 })
  return { certificate, certificateFile, keys }
}

/** Name constraints in DER: this IPv4 address is permitted, every host name is excluded. */
function onlyThis(address: string): Uint8Array<ArrayBuffer> {
  const permitted = [0xa0, 12, 0x30, 10, 0x87, 8, ...address.split('.').map(Number)]
  const excluded = [0xa1, 4, 0x30, 2, 0x82, 0]
  const all = [...permitted, 255, 255, 255, 255, ...excluded]
  return Uint8Array.of(0x30, all.length, ...all)
}

async function pemOf(key: CryptoKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')
}
