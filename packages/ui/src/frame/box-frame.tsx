/** A calm card with one step: 400 px on a computer, the whole screen on a phone. */
import type { ComponentChildren } from 'preact'
import { Mark } from '../mark/mark.tsx'
import type { Language } from '../wording/language.ts'
import { frameWords } from './frame-words.ts'
import { LanguageSwitch, type LanguageHrefs } from './language-switch.tsx'

type Props = {
  language: Language
  /** The scheme's name. */
  name: string
  /** What is to be done and for whom: the page's heading. */
  title: ComponentChildren
  /** The verified domain it is done for, beneath the title. */
  domain?: string | undefined
  /** The way out: a button in a form, or a link. */
  cancel?: ComponentChildren
  /** A `TimeLeft`, between the way out and help. */
  time?: ComponentChildren
  help?: { href: string; label: string } | undefined
  languageHrefs?: LanguageHrefs | undefined
  children: ComponentChildren
}

export function BoxFrame(props: Props) {
  const { language, help } = props
  const words = frameWords[language]
  const foot = props.cancel ?? props.time ?? help
  return (
    <div class="box-page">
      <div class="box">
        <header class="box-head">
          <p class="box-name">
            <Mark />
            <span>{props.name}</span>
          </p>
          <h1>{props.title}</h1>
          {props.domain ? <p class="box-domain">{props.domain}</p> : null}
        </header>
        <main class="box-matter" id="main" tabIndex={-1}>
          <div class="box-main stack">{props.children}</div>
          {foot ? (
            <div class="box-foot">
              <div>{props.cancel}</div>
              <div>{props.time}</div>
              <div>{help ? <a href={help.href}>{help.label}</a> : null}</div>
            </div>
          ) : null}
        </main>
      </div>
      <footer class="box-below">
        <p>{words.notState}</p>
        {props.languageHrefs ? (
          <LanguageSwitch language={language} hrefs={props.languageHrefs} />
        ) : null}
      </footer>
    </div>
  )
}
