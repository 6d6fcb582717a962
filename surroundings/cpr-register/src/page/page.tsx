/** What every page of the register has around it. */
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
  width?: 'text' | 'wide'
  children: ComponentChildren
}

export function renderPage({ language, url, fault, title, width = 'text', children }: Props) {
  const text = words[language]
  const { pathname } = url
  const nav = [
    { href: '/', label: text.people, current: pathname === '/' },
    { href: '/faults', label: faultWords[language].nav, current: pathname === '/faults' },
  ]
  return renderDocument({
    language,
    title: `${title} – ${text.name}`,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/register.css'],
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        languageHrefs={inLanguages(pathname)}
        nav={nav}
        notice={text.notice}
        width={width}
      >
        {pathname === '/faults' ? null : <FaultNotice language={language} current={fault} />}
        {children}
      </PageFrame>
    ),
  })
}
