/** What every page of NemID has around it. */
import { PageFrame, type Language } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { FaultNotice, faultWords, inLanguages } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import { words } from '../words.ts'

export type PageSettings = {
  readonly language: Language
  readonly url: URL
  /** The fault that is switched on. */
  readonly fault: string
}

type Props = PageSettings & {
  title: string
  /** What the person has in their hand, without the sections of the site. */
  alone?: boolean
  width?: 'text' | 'wide'
  children: ComponentChildren
}

export function renderPage(props: Props): string {
  const { language, url, fault, title, alone = false, width = 'text', children } = props
  const text = words[language]
  const { pathname } = url
  const nav = [
    { href: '/', label: text.holders, current: pathname === '/' },
    { href: '/app', label: text.app.nav, current: pathname === '/app' },
    { href: '/faults', label: faultWords[language].nav, current: pathname === '/faults' },
  ]
  return renderDocument({
    language,
    title: `${title} – ${text.name}`,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/nemid.css'],
    scripts: ['/client/nemid.js'],
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        languageHrefs={inLanguages(pathname)}
        nav={alone ? undefined : nav}
        notice={text.notice}
        width={width}
      >
        {pathname === '/faults' ? null : <FaultNotice language={language} current={fault} />}
        {children}
      </PageFrame>
    ),
  })
}
