/** The one page that needs nothing: this browser keeps nothing, so it cannot hold a MitID. */
import { AppFrame, EmptyState } from '@open-mitid/ui'
import { wording } from '@open-mitid/ui/wording'
import { render } from 'preact'
import { preferredLanguage } from './preferences.ts'

const words = wording({
  da: {
    title: 'Appen kan ikke åbnes i denne browser',
    text: 'Browseren lader ikke appen gemme noget. Brug et almindeligt vindue, ikke et privat, og en browser, der er opdateret.',
  },
  en: {
    title: 'The app cannot be opened in this browser',
    text: 'The browser does not let the app keep anything. Use an ordinary window, not a private one, and an up-to-date browser.',
  },
})

export function tellNoStorage(place: Element): void {
  const language = preferredLanguage()
  document.documentElement.lang = language
  render(
    <AppFrame place="middle">
      <EmptyState icon="warn" title={words[language].title}>
        <p>{words[language].text}</p>
      </EmptyState>
    </AppFrame>,
    place,
  )
}
