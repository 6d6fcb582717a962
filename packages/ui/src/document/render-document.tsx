/** A whole HTML document as a string. Nothing inline: scripts and styles are links, so CSP can be strict. */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../wording/language.ts'

export type PageDocument = {
  language: Language
  /** What the page is, then whose: "Log on – MitID". */
  title: string
  body: ComponentChildren
  description?: string | undefined
  /** Addresses of stylesheets, in order. */
  stylesheets: readonly string[]
  /** Addresses of module scripts; they run after the document is read. */
  scripts?: readonly string[] | undefined
  /** Fonts to fetch at once, so that words do not change shape. */
  fonts?: readonly string[] | undefined
  icon?: string | undefined
  /** The icon of a page put on an iPhone's home screen (PNG, 180 or more). */
  touchIcon?: string | undefined
  manifest?: string | undefined
  /** Keep the page out of search engines: for everything personal. */
  hidden?: boolean | undefined
  /** Further elements of the head. */
  head?: ComponentChildren
}

/** The colour of the browser's own bar: that of the page's head in each theme. */
const themeColors = { light: '#ffffff', dark: '#15202b' }

/** What every document says of itself, rendered once. */
const sameOfAll = renderToString(
  <>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content={themeColors.light} media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content={themeColors.dark} media="(prefers-color-scheme: dark)" />
    <meta name="format-detection" content="telephone=no" />
  </>,
)

export function renderDocument(page: PageDocument): string {
  const head = sameOfAll + renderToString(<Head {...page} />)
  const body = renderToString(<body>{page.body}</body>)
  return `<!doctype html><html lang="${page.language}"><head>${head}</head>${body}</html>`
}

function Head(page: PageDocument) {
  return (
    <>
      <title>{page.title}</title>
      {page.description ? <meta name="description" content={page.description} /> : null}
      {page.hidden ? <meta name="robots" content="noindex" /> : null}
      {page.fonts?.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      {page.stylesheets.map((href) => (
        <link rel="stylesheet" href={href} />
      ))}
      {page.scripts?.map((src) => (
        <script type="module" src={src} />
      ))}
      {page.icon ? <link rel="icon" href={page.icon} /> : null}
      {page.touchIcon ? <link rel="apple-touch-icon" href={page.touchIcon} /> : null}
      {page.manifest ? <link rel="manifest" href={page.manifest} /> : null}
      {page.head}
    </>
  )
}
