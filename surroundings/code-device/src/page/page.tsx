/** What every page of the code devices has around it. */
import { PageFrame, type Language } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { inLanguages } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import { words } from '../words.ts'

type Page = {
  readonly language: Language
  /** Path and query of this page, from which it is linked in the other language. */
  readonly path: string
  readonly title: string
  readonly children: ComponentChildren
}

export function page({ language, path, title, children }: Page): string {
  const text = words[language]
  return renderDocument({
    language,
    title: title === text.name ? title : `${title} – ${text.name}`,
    hidden: true,
    icon: '/client/icon.svg',
    stylesheets: ['/client/device.css'],
    scripts: ['/client/device.js'],
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        mark={<img src="/client/icon.svg" alt="" width={32} height={32} />}
        languageHrefs={inLanguages(path)}
        notice={text.notice}
      >
        {children}
      </PageFrame>
    ),
  })
}
