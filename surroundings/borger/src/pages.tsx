/** The pages of Borger. */
import {
  Actions,
  Button,
  ButtonLink,
  formatDateTime,
  Notice,
  PageFrame,
  Summary,
  type Language,
} from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { inLanguages } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import type { Citizen } from './login.ts'
import { words, type Message } from './words.ts'

export function frontPage(language: Language): string {
  const text = words[language]
  return frame(
    language,
    text.name,
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Actions>
        <ButtonLink href="/login">{text.login}</ButtonLink>
      </Actions>
    </>,
  )
}

export function ownPage(citizen: Citizen, language: Language): string {
  const text = words[language]
  const { name, cpr, level, phishingResistant, at } = citizen
  const title = name === undefined ? text.welcomeNameless : text.welcome(name)
  return frame(
    language,
    title,
    <>
      <h1>{title}</h1>
      <h2>{text.told}</h2>
      <Summary
        lines={[
          { label: text.fullName, value: name ?? text.noName },
          { label: text.cpr, value: cpr ?? text.noCpr },
          { label: text.level, value: level?.split('/').at(-1) ?? '–' },
          { label: text.way, value: phishingResistant ? text.resistant : text.notResistant },
          { label: text.at, value: formatDateTime(at, language) },
        ]}
      />
      <form method="post" action="/logout">
        <Button look="ghost">{text.logout}</Button>
      </form>
    </>,
  )
}

const grave: ReadonlySet<Message> = new Set(['notMe', 'elsewhere', 'blocked', 'fault'])

/** `isOn`: a window of this browser is logged on, whatever this page is about. */
export function messagePage(message: Message, language: Language, isOn: boolean): string {
  const text = words[language]
  const { title, text: what, ...rest } = text.messages[message]
  const next = isOn ? [text.stillOn] : Object.values(rest)
  return frame(
    language,
    title,
    <>
      <h1>{title}</h1>
      <Notice kind={grave.has(message) ? 'warn' : 'info'}>{[what, ...next].join(' ')}</Notice>
      <Actions>
        {isOn ? (
          <ButtonLink href="/me">{text.toOwn}</ButtonLink>
        ) : (
          <ButtonLink href="/login">{text.again}</ButtonLink>
        )}
        <ButtonLink href="/" look="ghost">
          {text.home}
        </ButtonLink>
      </Actions>
    </>,
  )
}

function frame(language: Language, title: string, children: ComponentChildren): string {
  const text = words[language]
  return renderDocument({
    language,
    title: title === text.name ? title : `${title} – ${text.name}`,
    hidden: true,
    stylesheets: ['/client/borger.css'],
    icon: '/client/icon.svg',
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        mark={<img src="/client/icon.svg" alt="" width={32} height={32} />}
        languageHrefs={inLanguages('/')}
        notice={text.notice}
      >
        {children}
      </PageFrame>
    ),
  })
}
