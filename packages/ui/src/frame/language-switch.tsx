/** The same page in the other language: plain links, each in its own language's words. */
import { languageNames, languages, type Language } from '../wording/language.ts'
import { frameWords } from './frame-words.ts'

export type LanguageHrefs = Readonly<Record<Language, string>>

type Props = { language: Language; hrefs: LanguageHrefs }

export function LanguageSwitch({ language, hrefs }: Props) {
  return (
    <nav class="language-switch" aria-label={frameWords[language].language}>
      {languages.map((each) => (
        <a
          key={each}
          href={hrefs[each]}
          lang={each}
          hreflang={each}
          {...(each === language ? { 'aria-current': 'true' as const } : {})}
        >
          {languageNames[each]}
        </a>
      ))}
    </nav>
  )
}
