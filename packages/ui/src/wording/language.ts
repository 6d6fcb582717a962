/** The two languages of every surface, and how one is chosen for a person. */
export type Language = 'da' | 'en'

export const languages: readonly Language[] = ['da', 'en']

/** The language's own name for itself, as a language switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = { da: 'Dansk', en: 'English' }

export function isLanguage(value: unknown): value is Language {
  return value === 'da' || value === 'en'
}

/**
 * Picks from an `Accept-Language` header (RFC 9110 §12.5.4). Norwegian, Faroese and
 * Greenlandic readers get Danish, which they read; a header that names none of ours gets the fallback.
 */
export function pickLanguage(
  acceptLanguage: string | undefined,
  fallback: Language = 'da',
): Language {
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map(parseWish)
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { tag } of wishes) {
    const language = understood[tag.split('-')[0] ?? '']
    if (language) return language
  }
  return fallback
}

const understood: Readonly<Record<string, Language | undefined>> = {
  da: 'da',
  nb: 'da',
  nn: 'da',
  no: 'da',
  fo: 'da',
  kl: 'da',
  en: 'en',
}

function parseWish(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number(quality.slice(2))
  return { tag, weight: Number.isFinite(weight) ? weight : 0 }
}
