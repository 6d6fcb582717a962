import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvalOf, issueApproval, verifyApproval } from './approval.ts'
import { Digest } from './digest.ts'
import { Display } from './display.ts'
import { verifyEs256 } from './es256.ts'
import { layOut } from './lay-out.ts'
import { displaySha256, render, type Shown } from './render.ts'
import { wording } from './wording.ts'
import { ak, circumstances, dk, madeBinding, madeOffer, offerContent } from './testing/exhibits.ts'
import { shown, wild } from './testing/unicode.ts'

/** What of an offer is drawn, without reading the string back: what the string must say. */
function drawn({ kind, service, display, documents, context }: Shown) {
  const { lang, ...texts } = display
  return {
    lang,
    kind,
    head: {
      service: service.name,
      domain: service.domain,
      question: wording[lang].question[kind](service.name),
    },
    ...texts,
    documents,
    from: {
      ...context,
      way: wording[lang].way[context.flow],
      seen: wording[lang].seen[`${context.known_browser}`],
    },
  }
}

describe('render v1', () => {
  it('is this string, letter by letter', () => {
    expect(render(offerContent).text.split('\n')).toEqual([
      'mitid-render-v1 en',
      'service Sundby Bank',
      'domain bank.example',
      'ask Approve the following?',
      'title Transfer',
      'label Amount',
      'value DKK 2,300',
      'label To account number',
      'value 9978 000123456',
      'document Terms.pdf',
      `sha256 ${Digest.ofText('terms')}`,
      'browser Chrome on Windows',
      'place Aarhus',
      'way You scanned a code on another screen',
      'seen You have used this browser before',
    ])
  })

  it('asks in Danish and in English, by the kind of action', () => {
    const asked = (lang: 'da' | 'en', kind: Shown['kind']) =>
      render({ ...offerContent, kind, display: { lang, lines: [] } }).head.question
    expect(asked('da', 'log_on')).toBe('Log på hos Sundby Bank?')
    expect(asked('da', 'approve')).toBe('Godkend følgende?')
    expect(asked('en', 'log_on')).toBe('Log on at Sundby Bank?')
    expect(asked('en', 'sign')).toBe('Sign the following?')
  })

  it('says all of what is shown and nothing else: reading it back gives the offer’s own texts', () => {
    fc.assert(
      fc.property(shown, (offer) => {
        const { text, ...layout } = render(offer)
        expect(layout).toEqual(drawn(offer))
        expect(layOut(text)).toEqual(layout)
      }),
    )
  })

  it('two offers that show different things never have the same string', () => {
    fc.assert(
      fc.property(shown, shown, (one, other) => {
        const same = JSON.stringify(drawn(one)) === JSON.stringify(drawn(other))
        expect(render(one).text === render(other).text).toBe(same)
      }),
    )
  })

  it('a string that it does not make is not read', () => {
    const { text } = render(offerContent)
    for (const bad of [
      '',
      `${text}\n`,
      text.replace('v1', 'v2'),
      text.replace(' en', ' de'),
      text.replace('\nvalue DKK 2,300', ''),
      text.replace('seen You', 'seen you'),
      text.replace('ask Approve', 'ask Refuse'),
      text.replace('\n', '\r\n'),
    ])
      expect(layOut(bad)).toBeUndefined()
  })
})

describe('what a service asks for', () => {
  // Written apart from the reader: what ECMA-262 and Unicode call control, format and bidi.
  const neverShown = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Bidi_Control}\u2028\u2029]/u

  it('Invariant 5: bytes shown = bytes signed = bytes asked for, over random Unicode', async () => {
    const binding = await madeBinding()
    await fc.assert(
      fc.asyncProperty(wild, wild, wild, async (title, label, value) => {
        const asked = { lang: 'da', title, lines: [{ label, value }] }
        const display = Display.parse(asked)
        if (!display.ok) {
          expect(display.refusal.kind).toMatch(/^(title|label|value)-refused$/u)
          return
        }
        for (const text of [title, label, value]) {
          expect(text).not.toMatch(neverShown)
          expect(text.normalize('NFC')).toBe(text)
        }
        const offer = await madeOffer({ display: display.value })
        const { text, ...onScreen } = render(offer.content)
        expect([onScreen.title, onScreen.lines]).toEqual([title, [{ label, value }]])
        const content = approvalOf(offer, binding, circumstances)
        expect(content.display_sha256).toBe(displaySha256(text))
        const jws = await issueApproval(content, { dk, ak })
        const against = { binding, offer, attemptId: 'attempt-1', verify: verifyEs256 }
        expect(verifyApproval(jws, against).ok).toBe(true)
        const payload = Buffer.from(offer.jws.split('.')[1] ?? '', 'base64url')
        expect(payload.includes(Buffer.from(JSON.stringify(value)))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('Invariant 5: control and bidi characters are refused wherever they stand', () => {
    fc.assert(
      fc.property(wild, wild, (before, after) => {
        for (const hidden of ['\u0000', '\n', '\u0085', '\u202e', '\u2067', '\u200f', '\u061c'])
          expect(Display.ofReferenceText('da', `${before}${hidden}${after}`).ok).toBe(false)
      }),
    )
  })

  const refused: readonly [string, unknown, string][] = [
    ['no text', undefined, 'not-text'],
    ['a number', 7, 'not-text'],
    ['nothing', '', 'empty'],
    ['only spaces', ' \u00a0\u2003', 'empty'],
    ['letters that NFC would change', 'A\u030a', 'not-nfc'],
    ['a compatibility letter that NFC would change', '\u212b', 'not-nfc'],
    ['131 letters', 'å'.repeat(131), 'too-long'],
    ['a zero width joiner', 'a\u200db', 'forbidden-character'],
    ['a soft hyphen', 'a\u00adb', 'forbidden-character'],
    ['a Hangul filler', 'a\u3164b', 'forbidden-character'],
    ['a tag character', 'a\u{e0041}', 'forbidden-character'],
    ['a private character', '\ue000', 'forbidden-character'],
    ['an unassigned character', '\u{50000}', 'forbidden-character'],
    ['half a surrogate pair', 'a\ud83d', 'forbidden-character'],
  ]
  it.each(refused)('reference text with %s is refused, never changed', (_, text, why) => {
    const refusal = { kind: 'value-refused', line: 0, fault: why }
    expect(Display.ofReferenceText('en', text)).toEqual({ ok: false, refusal })
  })

  it('12 lines, labels of 40 and values of 130 code points are the most, however many bytes', () => {
    const line = { label: '𝒜'.repeat(40), value: '𝒜'.repeat(130) }
    const most = { lang: 'en', lines: Array.from({ length: 12 }, () => line) }
    expect(Display.parse(most)).toEqual({ ok: true, value: most })
    const more = { ...most, lines: [...most.lines, line] }
    expect(Display.parse(more)).toMatchObject({ refusal: { kind: 'too-many-lines' } })
    const long = { ...most, lines: [line, { ...line, label: 'a'.repeat(41) }] }
    expect(Display.parse(long)).toMatchObject({ refusal: { kind: 'label-refused', line: 1 } })
  })

  it('a service compares letter by letter, whatever the order of members', () => {
    const one = Display.parse({ lang: 'en', title: 'T', lines: [{ label: 'L', value: 'V' }] })
    const same = Display.parse({ lines: [{ value: 'V', label: 'L' }], title: 'T', lang: 'en' })
    const other = Display.parse({ lang: 'en', lines: [{ label: 'T', value: 'V' }] })
    if (!one.ok || !same.ok || !other.ok) throw new Error('a display was refused')
    expect(Display.equal(one.value, same.value)).toBe(true)
    expect(Display.equal(one.value, other.value)).toBe(false)
  })
})
