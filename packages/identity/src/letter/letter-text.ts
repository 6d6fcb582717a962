/** What each letter says. No letter holds a CPR number, a PIN, a password or a user ID. */
import { Instant } from '@open-mitid/kernel'
import type { Language } from '@open-mitid/protocol'
import { letterLife } from './letter-code.ts'
import type { LetterFacts, LetterKind, PrintableLetter } from './letter.ts'
import { danish } from './words/danish.ts'
import { english } from './words/english.ts'
import type { Given, LetterBlock, LetterWords } from './words/letter-words.ts'

export type LetterSection = {
  readonly language: Language
  readonly date: string
  readonly title: string
  readonly blocks: readonly LetterBlock[]
  /** Stands at the foot of each page. */
  readonly foot: string
}

export type LetterText = { readonly title: string; readonly sections: readonly LetterSection[] }

/** What the letters are told of the installation. Addresses are printed, and typed from paper. */
export type LetterImprint = {
  readonly scheme: string
  /** Of the citizens' website and of the app, as origins. */
  readonly site: string
  readonly app: string
}

const words: Readonly<Record<Language, LetterWords>> = { da: danish, en: english }
const oneDay = 24 * 60 * 60

/** In both languages the one that is asked for first is Danish. */
export function letterText(
  letter: Pick<PrintableLetter, 'content' | 'style' | 'printedAt'>,
  imprint: LetterImprint,
): LetterText {
  const { language } = letter.style
  const languages = language === 'both' ? (['da', 'en'] as const) : [language]
  const sections = languages.map((each) => sectionOf(each, letter, imprint))
  return { title: `${imprint.scheme}: ${sections.map(({ title }) => title).join(' / ')}`, sections }
}

function sectionOf(
  language: Language,
  { content, printedAt }: Parameters<typeof letterText>[0],
  { scheme, site, app }: LetterImprint,
): LetterSection {
  const { locale, texts, foot } = words[language]
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: 'Europe/Copenhagen',
  })
  const dateOf = (at: Instant) => format.format(new Date(at * 1000))
  const given: Given = {
    scheme,
    site: typed(site),
    app: typed(app),
    until: dateOf(Instant.plus(printedAt, letterLife - oneDay)),
    dateOf,
  }
  return { language, date: dateOf(printedAt), foot: foot(given), ...say(texts, content, given) }
}

function say<Kind extends LetterKind>(
  texts: LetterWords['texts'],
  content: { readonly kind: Kind } & LetterFacts[Kind],
  given: Given,
) {
  return texts[content.kind](content, given)
}

/** Browsers complete it: nobody types `https://`. */
function typed(origin: string): string {
  return new URL(origin).host
}
