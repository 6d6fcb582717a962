import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPhoto, sealPhoto } from './helped-photo.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))

describe('the photo that a helper’s phone hands on', () => {
  it('comes back as it was under the key that the citizen’s phone made', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), bytes(32), async (photo, key) => {
        const given = Uint8Array.from(photo)
        const sealed = await sealPhoto(given, Uint8Array.from(key), random(12))
        expect(await openPhoto(sealed, Uint8Array.from(key))).toEqual(given)
      }),
    )
  })
  it('opens under no other key, and not when a byte of it was altered or is missing', async () => {
    const key = random(32)
    const sealed = await sealPhoto(random(400), key, random(12))
    expect(await openPhoto(sealed, random(32))).toBeUndefined()
    expect(await openPhoto(sealed, random(16))).toBeUndefined()
    expect(await openPhoto(sealed.slice(0, -1), key)).toBeUndefined()
    expect(await openPhoto(sealed.slice(0, 20), key)).toBeUndefined()
    for (const at of [0, 12, sealed.length - 1]) {
      const altered = Uint8Array.from(sealed, (byte, place) => (place === at ? byte ^ 1 : byte))
      expect(await openPhoto(altered, key)).toBeUndefined()
    }
  })
})
