/** Every page of the website as it is sent, and what a search finds. */
import { languages, type Language } from '@open-mitid/ui/wording'
import { pageNames, pathOf, places, type PageName, type Place } from './address.ts'
import { search, type Searched } from './help/search.ts'
import type { GivenAnswers } from './guide/find-way.ts'
import { topicIds } from './help/topic.ts'
import { topics } from './help/topics.ts'
import { appPage } from './page/app-page.tsx'
import { approvePage } from './page/approve-page.tsx'
import { frontPage } from './page/front-page.tsx'
import { centrePage } from './page/centre-page.tsx'
import { findPage, foundWayPage } from './page/find-page.tsx'
import { getPage } from './page/get-page.tsx'
import { guidesPage } from './page/guides-page.tsx'
import { foundPage, helpPage, missingPage, topicPage, type Found } from './page/help-page.tsx'
import { legitimationPage } from './page/legitimation-page.tsx'
import { nemidPage } from './page/nemid-page.tsx'
import { passwordPage, userIdPage } from './page/own-pages.tsx'
import { passportPage } from './page/passport-page.tsx'
import { privacyPage } from './page/privacy-page.tsx'
import { receiptPage } from './page/receipt-page.tsx'
import { servicesPage } from './page/services-page.tsx'
import { sparePage } from './page/spare-page.tsx'
import { supportPage } from './page/support-page.tsx'
import { termsPage } from './page/terms-page.tsx'
import { renderAnswer, renderPage, type Content } from './site-page.tsx'
import type { Reader, Site } from './site.ts'
import { textsFor } from './texts.ts'

const pages: Readonly<Record<PageName, (reader: Reader) => Content>> = {
  front: frontPage,
  get: getPage,
  find: findPage,
  nemid: nemidPage,
  passport: passportPage,
  centre: centrePage,
  legitimation: legitimationPage,
  app: appPage,
  approve: approvePage,
  spare: sparePage,
  password: passwordPage,
  'user-id': userIdPage,
  guides: guidesPage,
  help: helpPage,
  support: supportPage,
  receipt: receiptPage,
  terms: termsPage,
  privacy: privacyPage,
  services: servicesPage,
}

/** By path. They are the same for everybody, so each is rendered once. */
export function renderAll(site: Site): ReadonlyMap<string, string> {
  return new Map(
    languages.flatMap((language) =>
      places.map((place) => {
        const reader = { site, language }
        return [pathOf(place, language), renderPage(reader, place, contentOf(reader, place))]
      }),
    ),
  )
}

export function renderMissing(site: Site, language: Language): string {
  const front = (other: Language) => pathOf('front', other)
  return renderAnswer({ site, language }, missingPage({ site, language }), front)
}

export function renderFound(site: Site, language: Language, query: string): string {
  const reader = { site, language }
  const asked = query.trim()
  const there = (other: Language) =>
    `${pathOf('help', other)}?${String(new URLSearchParams({ q: asked }))}`
  return renderAnswer(reader, foundPage(reader, asked, search(entriesOf(reader), asked)), there)
}

/** The guide's next question, or the way that it found. */
export function renderGuide(site: Site, language: Language, given: GivenAnswers): string {
  const reader = { site, language }
  const there = (other: Language) =>
    `${pathOf('find', other)}?${String(new URLSearchParams({ ...given }))}`
  return renderAnswer(reader, foundWayPage(reader, given), there)
}

function contentOf(reader: Reader, place: Place): Content {
  return typeof place === 'string' ? pages[place](reader) : topicPage(reader, place.topic)
}

/** What is searched: each matter of help whole, and each page by what it says of itself. */
function entriesOf(reader: Reader): readonly (Found & Searched)[] {
  const all = textsFor(reader, topics)
  const others = pageNames.filter((name) => name !== 'front' && name !== 'help')
  return [
    ...topicIds.map((topic) => {
      const { title, summary, words, explained, steps } = all[topic]
      return { place: { topic }, title, summary, words, text: [...explained, ...steps].join(' ') }
    }),
    ...others.map((place) => {
      const { title, summary } = contentOf(reader, place)
      return { place, title, summary, words: '', text: '' }
    }),
  ]
}
