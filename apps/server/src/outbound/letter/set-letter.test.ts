import { describe, expect, it } from 'vitest'
import { letterLife, type LetterContent, type PrintableLetter } from '@open-mitid/identity/letter'
import type { Id, Instant } from '@open-mitid/kernel'
import { addressLines } from './address.ts'
import { openLetterSetter } from './index.ts'
import { addressField, margin, sheet, windowField } from './sheet.ts'
import { readPdf, rolesIn, type Word } from './testing/read-pdf.ts'

const at = 1_795_600_000 as Instant
const told = {
  da: { subject: 'Ny app aktiveret', what: 'En app er aktiveret.' },
  en: { subject: 'New app activated', what: 'An app has been activated.' },
}
const brought = { serial: '4711 0815 23', code: '40281736' }
const contents = [
  { kind: 'code-device', device: 'code-display', ...brought },
  { kind: 'code-device', device: 'audio-reader', ...brought },
  { kind: 'device-code', device: 'audio-reader', ...brought },
  { kind: 'password-code', device: 'code-display', ...brought },
  { kind: 'password-code', device: 'audio-reader', ...brought },
  { kind: 'activation-code', code: 'ABCD2345WXYZ' },
  { kind: 'second-code', code: '402817' },
  { kind: 'welcome', authenticators: ['app', 'code-display', 'audio-reader'] },
  { kind: 'user-id-changed', at },
  { kind: 'notice', at, told },
] as readonly LetterContent[]

const longest = {
  name: 'Maximiliane Wilhelmine Łucja Đặng Αλεξάνδρα von und zu Østergård-Ægidius Kjærsgaard-Christophersen',
  address: [
    'c/o Andelsboligforeningen Kong Christian den Niende',
    'Gammel Kongevejsparken 1234, 14. sal, dør 2012',
    'Nørre Nebel Strand ved Fjorden',
    '9990 Skagen',
    'Kalaallit Nunaat / Grønland',
  ].join('\n'),
}
const letter = (content: LetterContent, more: Partial<PrintableLetter> = {}): PrintableLetter => ({
  id: 'ltr_one' as Id<'ltr'>,
  person: 'per_one' as Id<'per'>,
  style: { language: 'da', largePrint: false },
  content,
  name: 'Asta Østergård',
  address: 'Algade 1, 2. tv., 4000 Roskilde',
  printedAt: at,
  ...more,
})
const set = openLetterSetter({
  scheme: 'MitID',
  site: 'https://mitid.example',
  app: 'https://app.mitid.example',
})
const print = async (given: PrintableLetter) => readPdf((await set(given)).pdf)

/** Of rounding in the document. */
const hair = 0.01
const inside = (word: Word, field: { left: number; top: number; width: number; height: number }) =>
  word.x >= field.left - hair &&
  word.x + word.width <= field.left + field.width + hair &&
  word.y - word.size * 0.36 >= field.top &&
  word.y <= field.top + field.height
const touches = (word: Word, field: typeof windowField) =>
  word.y > field.top && word.y - word.size * 0.36 < field.top + field.height && word.x < field.width

describe('letters', () => {
  it.each(contents)(
    '$kind: one page in either language, tagged, in its own language',
    async (content) => {
      for (const language of ['da', 'en'] as const) {
        const read = await print(letter(content, { style: { language, largePrint: false } }))
        expect(read.pages).toBe(1)
        expect(read.info).toMatchObject({ Language: language === 'da' ? 'da-DK' : 'en-GB' })
        expect(read.info['Title']).toMatch(/^MitID: \S/u)
        const roles = read.tags.flatMap(rolesIn)
        expect(roles.slice(0, 2)).toEqual(['Document', 'Sect'])
        expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
        expect(read.text).toContain('mitid.example/help')
        expect(read.text).toContain(
          language === 'da' ? 'ikke fra den danske' : 'not from the Danish',
        )
        expect(read.text).not.toMatch(/undefined|\[object|ltr_|per_|https?:/u)
      }
    },
  )

  it('in both languages the second begins on a page of its own and is tagged as that', async () => {
    const [content] = contents
    if (!content) throw new Error('no letter')
    const read = await print(letter(content, { style: { language: 'both', largePrint: false } }))
    expect(read.pages).toBe(2)
    expect(read.text).toContain('Her er din kodeviser')
    expect(read.text).toContain('Here is your code display')
    expect(read.words.filter(({ text }) => text === '1736').map(({ page }) => page)).toEqual([1, 2])
  })

  it.each(contents)(
    '$kind: in large print nothing but the address is under 18 points',
    async (content) => {
      const read = await print(letter(content, { style: { language: 'da', largePrint: true } }))
      const small = read.words.filter((word) => word.size < 18)
      expect(small.map(({ text }) => text)).toEqual([
        'Asta Østergård',
        'Algade 1, 2. tv.',
        '4000 Roskilde',
      ])
      expect(read.pages).toBeLessThanOrEqual(2)
    },
  )

  it.each([
    ['a short one', {}],
    ['the longest', longest],
    [
      'one abroad',
      { name: 'Ingeborg Sørensen', address: '12 Rue de la Paix, 75002 Paris, France' },
    ],
    ['one word without end', { name: 'W'.repeat(200), address: 'Ø'.repeat(200) }],
  ])('an address stands in every window, and nothing else does: %s', async (_, who) => {
    const [content] = contents
    if (!content) throw new Error('no letter')
    for (const largePrint of [false, true]) {
      const read = await print(letter(content, { ...who, style: { language: 'da', largePrint } }))
      const first = read.words.filter(({ page }) => page === 1)
      const seen = first.filter((word) => touches(word, windowField))
      expect(seen.filter((word) => !inside(word, addressField))).toEqual([])
      const { name, address } = {
        name: 'Asta Østergård',
        address: 'Algade 1, 2. tv., 4000 Roskilde',
        ...who,
      }
      const letters = (text: string) => text.replace(/[\s,]/gu, '')
      expect(letters(seen.map(({ text }) => text).join(''))).toBe(letters(name + address))
    }
  })

  it.each([
    ['a long name in a short address', { name: longest.name }, 10],
    ['the longest of both', longest, 8],
  ])('an address is read by postmen, in so many points or more: %s', async (_, who, points) => {
    const [content] = contents
    if (!content) throw new Error('no letter')
    const { words } = await print(letter(content, who))
    const address = words.filter((word) => word.page === 1 && touches(word, windowField))
    expect(Math.min(...address.map(({ size }) => size))).toBeGreaterThanOrEqual(points)
  })

  it('a code stands apart, and a voice says it sign by sign', async () => {
    const [content] = contents
    if (!content) throw new Error('no letter')
    const read = await print(letter(content))
    const code = read.words.find(({ text }) => text === '1736')
    expect(read.text).toContain('4028 1736')
    expect(code?.size).toBeGreaterThan(28)
    expect(JSON.stringify(read.tags)).toContain('"alt":"4 0 2 8, 1 7 3 6"')
  })

  it('a serial number stands and is said in the groups of the device', async () => {
    for (const content of contents) {
      if (!('serial' in content)) continue
      const read = await print(letter(content))
      expect(read.text).toContain(': 4711 0815 23')
      expect(JSON.stringify(read.tags)).toContain('"alt":"4 7 1 1, 0 8 1 5, 2 3"')
    }
  })

  it('the longest serial number stays on the sheet in large print', async () => {
    const serial = 'WWWW WWWW WWWW WWWW WWWW'
    const content = { kind: 'password-code', device: 'audio-reader', ...brought, serial }
    const style = { language: 'da', largePrint: true } as const
    const read = await print(letter(content as LetterContent, { style }))
    const right = Math.max(...read.words.map(({ x, width }) => x + width))
    expect(read.text).toContain(serial)
    expect(right).toBeLessThanOrEqual(sheet.width - margin.right + hair)
  })

  it('the day that is printed is the last whole day of the code', async () => {
    const [content] = contents
    if (!content) throw new Error('no letter')
    const read = await print(letter(content))
    const end = new Date((at + letterLife) * 1000)
    expect(end.toISOString()).toContain('2026-12-25')
    expect(read.text).toContain('24. december 2026')
  })

  it('a letter of the same moment is the same letter, byte for byte', async () => {
    const [content] = contents
    if (!content) throw new Error('no letter')
    const [one, two] = await Promise.all([set(letter(content)), set(letter(content))])
    expect(Buffer.from(one.pdf).equals(two.pdf)).toBe(true)
  })
})

describe('address', () => {
  it.each([
    ['Algade 1, 2. tv., 4000 Roskilde', ['Algade 1, 2. tv.', '4000 Roskilde']],
    ['Algade 1\n4000 Roskilde', ['Algade 1', '4000 Roskilde']],
    ['12 Rue de la Paix, 75002 Paris, France', ['12 Rue de la Paix', '75002 Paris', 'France']],
    ['Storgatan 3, S-222 22 Lund, Sverige', ['Storgatan 3', 'S-222 22 Lund', 'Sverige']],
    ['Tórshavn', ['Tórshavn']],
  ])('%j is shown line by line', (address, lines) => {
    expect(addressLines('Asta', address)).toEqual(['Asta', ...lines])
  })
})
