/** What the app keeps in clear: the language alone, which says nothing about anybody. */
import { isLanguage, pickLanguage, type Language } from '@open-mitid/ui/wording'

const key = 'mitid-language'

export function preferredLanguage(): Language {
  const kept = localStorage.getItem(key)
  return isLanguage(kept) ? kept : pickLanguage(navigator.languages.join(','))
}

export function preferLanguage(language: Language): void {
  localStorage.setItem(key, language)
}
