/** The data page alone, as large as the window: for a camera, or for another window to look at. */
import { renderDocument } from '@open-mitid/ui/document'
import type { Passport } from '../passport.ts'
import { words } from '../words.ts'
import type { PageSettings } from './page.tsx'
import { PrintedPage } from './printed-page.tsx'

export function dataPage({ passport, language }: PageSettings & { passport: Passport }): string {
  const { givenNames, surname } = passport.holder
  const title = `${words[language].page}: ${givenNames} ${surname}`
  return renderDocument({
    language,
    title,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/passport.css'],
    body: (
      <main class="alone">
        <h1 class="visually-hidden">{title}</h1>
        <PrintedPage passport={passport} language={language} />
      </main>
    ),
  })
}
