/** Whether signed data is signed by the certificate that it names (RFC 5652 §5.4, §5.6). */
import { digest } from '../algorithm/digest.ts'
import { parsePublicKey } from '../algorithm/public-key.ts'
import { signatureAlgorithmOf, verifySignature } from '../algorithm/signature.ts'
import { equalBytes } from '../bytes.ts'
import type { Certificate } from '../pki/certificate.ts'
import type { SignedData, SignerInfo, SignerName } from './signed-data.ts'

/** The certificate that a signature names, of those at hand (ICAO 9303-12 §6.1). */
export function findSigner(
  name: SignerName,
  certificates: readonly Certificate[],
): Certificate | undefined {
  return certificates.find((certificate) =>
    name.kind === 'key-identifier'
      ? certificate.subjectKeyIdentifier !== undefined &&
        equalBytes(certificate.subjectKeyIdentifier, name.identifier)
      : certificate.serial === name.serial && certificate.issuer.key === name.issuer.key,
  )
}

/** Whether the signature over the content, through the attributes if there are any, is right. */
export function verifySignedData(
  { contentType, content }: SignedData,
  signer: SignerInfo,
  certificate: Certificate,
): boolean {
  const { attributes } = signer
  if (attributes) {
    const named = digest(signer.digest, content)
    if (attributes.contentType !== contentType || !equalBytes(attributes.messageDigest, named))
      return false
  }
  const algorithm = signatureAlgorithmOf(signer.signatureAlgorithm, signer.digest)
  const signed = attributes?.signed ?? content
  return verifySignature(algorithm, parsePublicKey(certificate.publicKey), signed, signer.signature)
}
