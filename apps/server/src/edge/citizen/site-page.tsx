/** The frame of every page: names of the sections, the other language, and the way to everything. */
import { PageFrame, languages, wording, type FrameLink } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import type { ComponentChildren } from 'preact'
import { pageNames, pathOf, type PageName, type Place } from './address.ts'
import type { Reader } from './site.ts'
import { textsFor } from './texts.ts'

/** What a page is: its own part of the document. */
export type Content = {
  /** The first heading, and the title of the browser's tab. */
  readonly title: string
  /** One sentence for lists, search and search engines. */
  readonly summary: string
  readonly width?: 'text' | 'wide'
  /** The page has a script, which adds to what works without it. */
  readonly script?: boolean
  /** The body brings its own first heading. */
  readonly body: ComponentChildren
}

/** What a link to each page says. */
export const pageTitles = wording({
  da: {
    front: 'Forside',
    get: 'Få MitID',
    find: 'Find din vej',
    nemid: 'Med NemID',
    passport: 'Med pas og app',
    centre: 'I borgerservice',
    legitimation: 'Legitimation',
    app: 'Få appen',
    approve: 'Sådan godkender du',
    spare: 'En reserve',
    password: 'Din adgangskode',
    'user-id': 'Dit bruger-ID',
    guides: 'Vejledninger',
    help: 'Hjælp',
    support: 'Support',
    receipt: 'Tjek en kvittering',
    terms: 'Vilkår',
    privacy: 'Privatliv og sikkerhed',
    services: 'For tjenester',
  },
  en: {
    front: 'Front page',
    get: 'Get MitID',
    find: 'Find your way',
    nemid: 'With NemID',
    passport: 'With passport and app',
    centre: 'At a Citizen Service Centre',
    legitimation: 'Identity papers',
    app: 'Get the app',
    approve: 'How to approve',
    spare: 'A spare',
    password: 'Your password',
    'user-id': 'Your user ID',
    guides: 'Guides',
    help: 'Help',
    support: 'Support',
    receipt: 'Check a receipt',
    terms: 'Terms',
    privacy: 'Privacy and security',
    services: 'For services',
  },
} satisfies Record<'da' | 'en', Record<PageName, string>>)

const notices = wording({
  da: {
    notice:
      'Dette er et åbent system, som alle kan læse og afprøve. Det er ikke den danske stats MitID.',
    sandbox: 'Her er alting en sandkasse: personerne er opdigtede, og intet gælder uden for den.',
  },
  en: {
    notice:
      'This is an open system that anybody can read and try. It is not the Danish state’s MitID.',
    sandbox: 'Everything here is a sandbox: its people are made up, and nothing counts outside it.',
  },
})

const sections: readonly PageName[] = ['get', 'approve', 'help', 'services']

const groupTitles = wording({
  da: { get: 'Få MitID', use: 'Brug MitID', help: 'Hjælp', about: 'Om MitID' },
  en: { get: 'Get MitID', use: 'Use MitID', help: 'Help', about: 'About MitID' },
})
const groups = ['get', 'use', 'help', 'about'] as const
type Group = (typeof groups)[number]

/** Where each page stands in the footer; the name above leads to the front page. */
const groupOf: Readonly<Record<Exclude<PageName, 'front'>, Group>> = {
  get: 'get',
  find: 'get',
  nemid: 'get',
  passport: 'get',
  centre: 'get',
  legitimation: 'get',
  app: 'get',
  approve: 'use',
  spare: 'use',
  password: 'use',
  'user-id': 'use',
  receipt: 'use',
  guides: 'help',
  help: 'help',
  support: 'help',
  terms: 'about',
  privacy: 'about',
  services: 'about',
}
const everything = groups.map((group) => ({
  group,
  names: pageNames.filter((name) => name !== 'front' && groupOf[name] === group),
}))

/** The document of a page that has an address. */
export function renderPage(reader: Reader, place: Place, content: Content): string {
  const { site, language } = reader
  const absolute = (to: Reader['language']) => site.origin + pathOf(place, to)
  const head = (
    <>
      <link rel="canonical" href={absolute(language)} />
      {languages.map((each) => (
        <link key={each} rel="alternate" hreflang={each} href={absolute(each)} />
      ))}
    </>
  )
  const section = typeof place === 'string' ? place : 'help'
  return documentOf(reader, content, { section, head, otherPath: (to) => pathOf(place, to) })
}

/** The document of an answer that is nobody's address: found texts, or nothing found. */
export function renderAnswer(
  reader: Reader,
  content: Content,
  otherPath: (language: Reader['language']) => string,
): string {
  return documentOf(reader, content, { otherPath })
}

type Around = {
  readonly section?: PageName
  readonly head?: ComponentChildren
  readonly otherPath: (language: Reader['language']) => string
}

function documentOf(reader: Reader, content: Content, around: Around): string {
  const { site, language } = reader
  const titles = textsFor(reader, pageTitles)
  const notice = notices[language]
  const groupsNamed = textsFor(reader, groupTitles)
  const link = (name: PageName): FrameLink => ({
    href: pathOf(name, language),
    label: titles[name],
    current: name === around.section,
  })
  return renderDocument({
    language,
    title: around.section === 'front' ? content.title : `${content.title} – ${site.scheme}`,
    description: content.summary,
    stylesheets: site.stylesheets,
    scripts: content.script === true ? [site.script] : [],
    fonts: site.fonts,
    icon: site.icon,
    hidden: around.section === undefined,
    head: around.head,
    body: (
      <PageFrame
        language={language}
        name={site.scheme}
        homeHref={pathOf('front', language)}
        languageHrefs={{ da: around.otherPath('da'), en: around.otherPath('en') }}
        nav={sections.map(link)}
        footerLinks={everything.map(({ group, names }) => ({
          title: groupsNamed[group],
          links: names.map(link),
        }))}
        notice={site.sandbox ? `${notice.notice} ${notice.sandbox}` : notice.notice}
        width={content.width ?? 'text'}
      >
        {content.body}
      </PageFrame>
    ),
  })
}
