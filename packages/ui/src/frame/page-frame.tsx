/** The frame of a website's page: skip link, head with the name and the languages, main, footer. */
import type { ComponentChildren } from 'preact'
import { Mark } from '../mark/mark.tsx'
import type { Language } from '../wording/language.ts'
import { frameWords } from './frame-words.ts'
import { LanguageSwitch, type LanguageHrefs } from './language-switch.tsx'

export type FrameLink = { href: string; label: string; current?: boolean | undefined }
type FrameLinkGroup = { title: string; links: readonly FrameLink[] }

type Props = {
  language: Language
  /** Whose page this is: the scheme's name, or a service's. */
  name: string
  homeHref: string
  languageHrefs?: LanguageHrefs | undefined
  /** The sign before the name; the scheme's own where none is given. */
  mark?: ComponentChildren
  /** The site's sections. */
  nav?: readonly FrameLink[] | undefined
  /** Beside the languages: who is logged in, and the way out. */
  account?: ComponentChildren
  footerLinks?: readonly FrameLinkGroup[] | undefined
  /** What this system is not; the standing sentence where none is given. */
  notice?: ComponentChildren
  /** `text`: one column to read or fill in; `wide`: tables and cards. */
  width?: 'text' | 'wide' | undefined
  children: ComponentChildren
}

export function PageFrame(props: Props) {
  const { language, name, nav, footerLinks, width = 'text' } = props
  const words = frameWords[language]
  return (
    <div class={`page page-${width}`}>
      <a class="skip-link" href="#main">
        {words.skip}
      </a>
      <header class="page-head">
        <div class="page-row">
          <a class="page-name" href={props.homeHref}>
            {props.mark ?? <Mark />}
            <span>{name}</span>
          </a>
          <div class="page-aside">
            {props.account}
            {props.languageHrefs ? (
              <LanguageSwitch language={language} hrefs={props.languageHrefs} />
            ) : null}
          </div>
        </div>
        {nav && nav.length > 0 ? (
          <nav class="page-nav" aria-label={words.sections}>
            <ul>
              {nav.map((link) => (
                <li key={link.href}>
                  <a href={link.href} {...(link.current ? { 'aria-current': 'page' } : {})}>
                    {link.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </header>
      <main class="page-main stack" id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer class="page-foot">
        <div class="page-foot-row">
          <p>
            <b>{name}</b>
            <br />
            {props.notice ?? words.notState}
          </p>
          {footerLinks && footerLinks.length > 0 ? (
            <nav aria-label={words.footer}>
              {footerLinks.map(({ title, links }) => (
                <section key={title}>
                  <h2>{title}</h2>
                  <ul>
                    {links.map((link) => (
                      <li key={link.href}>
                        <a href={link.href}>{link.label}</a>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </nav>
          ) : null}
        </div>
      </footer>
    </div>
  )
}
