/** What every page of the post box has around it. */
import { PageFrame, type Language } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { inLanguages } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import { words } from './words.ts'

export type PageSettings = {
  readonly language: Language
  /** Path and query of this page, from which it is linked in the other language. */
  readonly url: URL
}

type Props = PageSettings & {
  title: string
  /** The small window beside a phone: no sections, less room. */
  compact?: boolean
  width?: 'text' | 'wide'
  children: ComponentChildren
}

export function renderPage({ language, url, title, compact, width = 'text', children }: Props) {
  const text = words[language]
  const nav = [
    { href: '/', label: text.inbox, current: url.pathname === '/' },
    { href: '/faults', label: text.faults.nav, current: url.pathname === '/faults' },
  ]
  return renderDocument({
    language,
    title: title === text.name ? title : `${title} – ${text.name}`,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/inbox.css'],
    scripts: ['/client/inbox.js'],
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        languageHrefs={inLanguages(withoutDone(url))}
        nav={compact ? undefined : nav}
        notice={text.notice}
        width={width}
      >
        {children}
      </PageFrame>
    ),
  })
}

/** What was just done is not done again by reading the page in the other language. */
function withoutDone(url: URL): string {
  const there = new URL(url)
  there.searchParams.delete('done')
  return there.pathname + there.search
}
