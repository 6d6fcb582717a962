/** Where a code device is activated, in each language. */
import type { Language } from '@open-mitid/ui/wording'

const slugs: Readonly<Record<Language, { readonly start: string; readonly password: string }>> = {
  da: { start: '/da/aktiver', password: '/da/aktiver/adgangskode' },
  en: { start: '/en/activate', password: '/en/activate/password' },
}

export function activatePath(language: Language, step: 'start' | 'password' = 'start'): string {
  return slugs[language][step]
}

/** With the word of the other language: they lead to the one address that there is. */
export const otherActivatePaths: Readonly<Record<Language, string>> = {
  da: '/da/activate',
  en: '/en/aktiver',
}

/** Printed in letters and said aloud: they open in the language of whoever comes. */
export const activateAliases = ['/activate', '/aktiver'] as const
