/** The document of the box: what is asked and for whom above, one step in the middle, ways out below. */
import type { ComponentChildren } from 'preact'
import { BoxFrame, TimeLeft, type Language } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import type { Seconds } from '@open-mitid/kernel'
import type { BoxAssets } from '../assets.ts'
import { timeWords } from '../time-words.ts'
import { boxWords } from '../words/box-words.ts'

export type BoxPage = {
  readonly language: Language
  readonly schemeName: string
  readonly assets: BoxAssets
  /** What is to be done and for whom: "Log on at Borger". */
  readonly title: string
  readonly domain?: string | undefined
  /** The step that holds the page's second heading. */
  readonly children: ComponentChildren
  /** Where the page is, for the language switch. */
  readonly here?: string | undefined
  /** The ways out of a sign-in that goes on; a page does not lead to itself. */
  readonly under?:
    | {
        readonly cancel?: string | undefined
        readonly help?: string | undefined
        readonly left: Seconds
      }
    | undefined
  readonly script?: 'box' | 'return' | 'browser' | undefined
}

export function boxPage(page: BoxPage): string {
  const { language, schemeName, assets, script = 'box' } = page
  return renderDocument({
    language,
    title: `${page.title} – ${schemeName}`,
    hidden: true,
    stylesheets: assets.stylesheets,
    scripts: [assets.scripts[script]],
    fonts: assets.fonts,
    icon: assets.icon,
    body: (
      <>
        <Box {...page} />
        <Announcements language={language} />
      </>
    ),
  })
}

function Box({ language, schemeName, title, domain, here, under, children }: BoxPage) {
  const words = boxWords[language]
  return (
    <BoxFrame
      language={language}
      name={schemeName}
      title={title}
      domain={domain}
      cancel={under?.cancel ? <a href={under.cancel}>{words.cancel}</a> : undefined}
      time={under ? <Left language={language} seconds={under.left} /> : undefined}
      help={under?.help ? { href: under.help, label: words.help } : undefined}
      languageHrefs={
        here ? { da: withLanguage(here, 'da'), en: withLanguage(here, 'en') } : undefined
      }
    >
      {children}
    </BoxFrame>
  )
}

function Left({ language, seconds }: { language: Language; seconds: Seconds }) {
  return (
    <div data-time-left={seconds} data-words={forScript[language].left}>
      <TimeLeft>{timeWords(boxWords[language].left, seconds)}</TimeLeft>
    </div>
  )
}

/** One live region that outlives the steps, with the words that the script may have to say. */
function Announcements({ language }: { language: Language }) {
  return <div class="announcer" role="status" data-announcer="" {...forScript[language].said} />
}

/** The words that the script says and counts with, as attributes. */
const forScript = { da: attributes('da'), en: attributes('en') }

function attributes(language: Language) {
  const { left, said } = boxWords[language]
  const named = Object.entries(said).map(([key, text]) => [`data-${key}`, text])
  return { left: JSON.stringify(left), said: Object.fromEntries(named) as Record<string, string> }
}

function withLanguage(here: string, language: Language): string {
  return `${here}${here.includes('?') ? '&' : '?'}lang=${language}`
}
