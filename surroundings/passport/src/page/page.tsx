/** What every page of the drawer has around it. */
import { PageFrame, type Language } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { inLanguages } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import { words } from '../words.ts'

export type PageSettings = { readonly language: Language; readonly path: string }

type Props = PageSettings & {
  title: string
  width?: 'text' | 'wide'
  children: ComponentChildren
}

export function renderPage({ language, path, title, width = 'text', children }: Props): string {
  const text = words[language]
  return renderDocument({
    language,
    title: title === text.name ? title : `${title} – ${text.name}`,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/passport.css'],
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        mark={<img src="/client/icon.svg" alt="" width={32} height={32} />}
        languageHrefs={inLanguages(path)}
        notice={text.notice}
        width={width}
      >
        {children}
      </PageFrame>
    ),
  })
}
