import openCodec from '@cornerstonejs/codec-openjpeg'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dg2File } from '@open-mitid/icao9303/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { openFaceMatcher } from './index.ts'
import { readJpeg, readJpeg2000 } from './picture.ts'

const folder = join(import.meta.dirname, '../../../../../surroundings/passport/public/portrait')
const portrait = (name: string) => Uint8Array.from(readFileSync(join(folder, `${name}.jpg`)))
const matcher = openFaceMatcher()
afterAll(() => matcher.close())

describe('FaceMatcher', () => {
  test('the holder is near the photo, another person is far, and a wall is nobody', async () => {
    const wall = portrait('f4').slice(0, 600)
    const measured = await matcher.measure(dg2File(portrait('f4')), [
      portrait('f4'),
      portrait('f5'),
      wall,
    ])
    if (!measured.ok) throw new Error('the photo has a face')
    const [own, other, none] = measured.value
    expect(own).toMatchObject({ faces: 1, distance: expect.closeTo(0, 1) as number })
    expect(Math.abs(own?.turn ?? 1)).toBeLessThan(0.1)
    expect(other?.distance).toBeGreaterThan(0.5)
    expect(none?.faces).toBe(0)
  })

  test('ISO/IEC 15444-1: a photo in JPEG 2000, as most chips hold it, is the same face', async () => {
    const file = await asJpeg2000('f4')
    const measured = await matcher.measure(dg2File(file), [portrait('f4')])
    if (!measured.ok) throw new Error('the photo has a face')
    expect(measured.value[0]).toMatchObject({ faces: 1 })
    expect(measured.value[0]?.distance).toBeLessThan(0.2)
    for (const broken of [file.slice(0, 200), file.slice(0, 12), new Uint8Array(0)])
      expect(await readJpeg2000(broken)).toBeUndefined()
  })

  test('a document without a photo that can be decoded compares with nobody', async () => {
    const notAPhoto = new Uint8Array(400).fill(7)
    notAPhoto.set([0xff, 0xd8, 0xff, 0xe0])
    for (const dg2 of [dg2File(notAPhoto), new Uint8Array(0), Uint8Array.of(0x75, 1, 0)])
      expect(await matcher.measure(dg2, [portrait('f1')])).toEqual({
        ok: false,
        refusal: { kind: 'photo-unreadable' },
      })
  })

  test('more than wait already are told to come later', async () => {
    const many = Array.from({ length: 10 }, () => matcher.measure(new Uint8Array(0), []))
    const answers = await Promise.all(many)
    const busy = answers.filter((answer) => !answer.ok && answer.refusal.kind === 'busy')
    expect(busy).toHaveLength(2)
  })
})

/** As a bare code stream. */
async function asJpeg2000(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = readJpeg(portrait(name))
  if (!picture) throw new Error('a portrait is a JPEG')
  const { width, height, pixels } = picture
  const { J2KEncoder } = await openCodec()
  const encoder = new J2KEncoder()
  const told = { width, height, bitsPerSample: 8, componentCount: 3, isSigned: false }
  encoder.getDecodedBuffer(told).set(pixels)
  encoder.setCompressionRatio(0, 10)
  encoder.encode()
  const file = Uint8Array.from(encoder.getEncodedBuffer())
  encoder.delete()
  return file
}
