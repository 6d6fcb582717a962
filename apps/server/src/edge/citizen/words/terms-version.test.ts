import { createHash } from 'node:crypto'
import { termsVersions } from '@open-mitid/identity/enrolment'
import { expect, it } from 'vitest'
import { fullTermsWords } from './full-terms-words.ts'
import { privacyWords } from './privacy-words.ts'

/** Each text that people have said yes to, by its version. Never changed, only added to. */
const texts: Readonly<Record<keyof typeof termsVersions, Readonly<Record<string, string>>>> = {
  terms: { '2026-11-25': 'PolrmASvEplMDwJ2nYlfwH' },
  privacy: { '2026-11-25': 'WndBsWrPsAkvTUDCLHaKPR' },
}

function printOf(text: unknown): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('base64url').slice(0, 22)
}

it('product §A: whoever changes the terms or the privacy notice gives them a new version', () => {
  const { da, en } = fullTermsWords
  expect(printOf([da.parts, en.parts])).toBe(texts.terms[termsVersions.terms])
  const notice = (['da', 'en'] as const).map((language) => {
    const { rows, seesPoints, rightsPoints } = privacyWords[language]
    return [rows, seesPoints, rightsPoints]
  })
  expect(printOf(notice)).toBe(texts.privacy[termsVersions.privacy])
})
