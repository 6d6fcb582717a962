/** Texts and offers of every kind that a service, or somebody who means ill, could send. */
import fc from 'fast-check'
import { Digest } from '../digest.ts'
import type { Shown } from '../render.ts'
import { approvalKinds, flows } from '../offer.ts'

/** Any UTF-16 at all, lone surrogates too, and often the characters that renderers obey. */
export const wild = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }) },
      { weight: 2, arbitrary: fc.constantFrom(' ', '  ', '\u00a0') },
      {
        weight: 2,
        arbitrary: fc
          .integer({ min: 0, max: 0x10ffff })
          .map((point) => String.fromCodePoint(point)),
      },
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('\n', '\u202e', '\u2066', '\u200f', '\u0000', '\u00ad', '\u0301', '\u2028'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

/** Texts that every reader takes, many of them made to be taken for a mark of `render v1`. */
const plain = fc.oneof(
  fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 12 })
    .map((text) => text.normalize('NFC'))
    .filter((text) => /^[\p{L}\p{N}\p{P}\p{S}\p{Zs}]*[\p{L}\p{N}][\p{L}\p{N}\p{P}]*$/u.test(text))
    .filter((text) => !/\p{Default_Ignorable_Code_Point}|\u2800/u.test(text)),
  fc.constantFrom(
    'a',
    ' a',
    'a  ',
    'value a',
    'label a',
    'sha256 a',
    'a label a',
    'Approve the following?',
  ),
)

const label = fc.option(plain, { nil: undefined })
const line = fc.record({ label, value: plain }).map(({ label: name, value }) => ({
  ...(name === undefined ? {} : { label: name }),
  value,
}))
const maybe = (name: 'title' | 'browser' | 'place') =>
  fc.option(plain, { nil: undefined }).map((text) => (text === undefined ? {} : { [name]: text }))

export const shown: fc.Arbitrary<Shown> = fc
  .record({
    kind: fc.constantFrom(...approvalKinds),
    service: fc.record({
      client_id: fc.constant('client'),
      name: plain,
      domain: fc.constantFrom('bank.example', 'bank.example:3006', 'xn--br-lka.example'),
    }),
    lang: fc.constantFrom('da' as const, 'en' as const),
    title: maybe('title'),
    lines: fc.array(line, { maxLength: 4 }),
    documents: fc.array(fc.record({ name: plain, sha256: plain.map(Digest.ofText) }), {
      maxLength: 2,
    }),
    flow: fc.constantFrom(...flows),
    browser: maybe('browser'),
    place: maybe('place'),
    known_browser: fc.boolean(),
  })
  .map(({ kind, service, lang, title, lines, documents, flow, browser, place, known_browser }) => ({
    kind,
    service,
    display: { lang, ...title, lines },
    documents,
    context: { flow, ...browser, ...place, known_browser },
  }))
