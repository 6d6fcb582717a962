/**
 * The photo of a passport that a helper's phone has read, on its way past the server to the one
 * look that is taken at it: sealed (AES-256-GCM) under a key that the citizen's phone made and
 * showed to the helper's alone.
 */
import type { Bytes } from '@open-mitid/kernel'

const ivLength = 12
const tagLength = 16
export const photoKeyLength = 32
/** How much longer a sealed photo is. */
export const photoSealLength = ivLength + tagLength

/** `iv` is 12 random bytes; a key seals one photo. */
export async function sealPhoto(photo: Bytes, key: Bytes, iv: Bytes): Promise<Bytes> {
  const sealed = await crypto.subtle.encrypt({ name, iv }, await imported(key), photo)
  const all = new Uint8Array(ivLength + sealed.byteLength)
  all.set(iv)
  all.set(new Uint8Array(sealed), ivLength)
  return all
}

/** Undefined where it was sealed under another key, or altered. */
export async function openPhoto(sealed: Bytes, key: Bytes): Promise<Bytes | undefined> {
  if (key.length !== photoKeyLength || sealed.length < photoSealLength) return undefined
  const iv = sealed.subarray(0, ivLength)
  const opening = crypto.subtle.decrypt(
    { name, iv },
    await imported(key),
    sealed.subarray(ivLength),
  )
  return opening.then(
    (photo) => new Uint8Array(photo),
    () => undefined,
  )
}

const name = 'AES-GCM'

function imported(key: Bytes) {
  return crypto.subtle.importKey('raw', key, name, false, ['encrypt', 'decrypt'])
}
