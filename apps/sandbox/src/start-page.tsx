/** The start page: from here to an approved transfer without reading anything else. */
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Details,
  Notice,
  PageFrame,
  QrFigure,
  type Language,
} from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import { inLanguages, type SiteProblem } from '@open-mitid/ui/site'
import type { ComponentChildren } from 'preact'
import { ageOf } from './age.ts'
import type { Origins } from './country.ts'
import { Newcomers } from './newcomers.tsx'
import type { Citizen, Newcomer } from './people/people.ts'
import { words } from './words.ts'

export type StartPage = {
  readonly language: Language
  readonly citizens: readonly Citizen[]
  readonly newcomers: readonly Newcomer[]
  readonly origins: Origins
  readonly today: Date
  /** Where a phone on the same network reaches this page, also as the modules of a QR code. */
  readonly lan?: {
    readonly address: string
    readonly matrix: readonly (readonly boolean[])[]
  }
}

/** How many people are shown at once; the others are behind a fold. */
const shownFirst = 3

export function startPage(page: StartPage): string {
  const { language, citizens, origins } = page
  const text = words[language]
  return frame(
    language,
    '/',
    <>
      <h1>{text.title}</h1>
      <p class="lead measure">{text.lead}</p>
      <section class="stack">
        <h2>{text.stepPerson}</h2>
        <p class="measure">{text.stepPersonText}</p>
        <People {...page} people={citizens.slice(0, shownFirst)} />
        <Details summary={text.more}>
          <People {...page} people={citizens.slice(shownFirst)} />
        </Details>
      </section>
      <section class="stack">
        <h2>{text.stepUse}</h2>
        <p class="measure">{text.stepUseText}</p>
        <Actions along="row">
          <ButtonLink href={origins.bank} target="mitid-service">
            {text.bank}
          </ButtonLink>
          <ButtonLink href={origins.borger} target="mitid-service" look="ghost">
            {text.borger}
          </ButtonLink>
        </Actions>
        <Actions along="row">
          <ButtonLink href={origins.app} target="mitid-phone" look="ghost" data-window="phone">
            {text.phone}
          </ButtonLink>
          <ButtonLink href={origins.inbox} target="mitid-inbox" look="ghost">
            {text.inbox}
          </ButtonLink>
        </Actions>
      </section>
      <section class="stack">
        <h2>{text.stepGet}</h2>
        <p class="measure">{text.stepGetText}</p>
        <Actions along="row">
          <ButtonLink href={origins.citizen} target="mitid-citizen">
            {text.get}
          </ButtonLink>
          <ButtonLink href={`${origins.nemid}/app`} target="mitid-nemid" look="ghost">
            {text.nemidApp}
          </ButtonLink>
        </Actions>
        <Newcomers {...page} />
      </section>
      <section class="stack">
        <h2>{text.around}</h2>
        <ul>
          <li>
            <a href={origins.citizen}>{text.citizen}</a>
          </li>
          <li>
            <a href={origins.passport} target="mitid-passport">
              {text.passports}
            </a>
          </li>
          <li>
            <a href={origins.codeDevice} target="mitid-device">
              {text.codeDevices}
            </a>
          </li>
          <li>
            <a href={origins.nemid} target="mitid-nemid">
              {text.nemid}
            </a>
          </li>
          <li>
            <a href={origins.cprRegister} target="mitid-cpr">
              {text.cprRegister}
            </a>
          </li>
          <li>
            <a href={`${origins.signIn}/.well-known/openid-configuration`}>{text.discovery}</a>
          </li>
        </ul>
        <RealPhone {...page} />
      </section>
    </>,
  )
}

export type StartProblem = SiteProblem | 'too-many-apps'

export function problemPage(problem: StartProblem, language: Language): string {
  const text = words[language]
  const { title, text: what } = text.problems[problem]
  return frame(
    language,
    '/',
    <>
      <h1>{title}</h1>
      <Notice kind="warn">{what}</Notice>
      <ButtonLink href="/">{text.back}</ButtonLink>
    </>,
    title,
  )
}

function frame(language: Language, path: string, children: ComponentChildren, title?: string) {
  const text = words[language]
  return renderDocument({
    language,
    title: title === undefined ? text.name : `${title} – ${text.name}`,
    hidden: true,
    stylesheets: ['/client/start.css'],
    icon: '/client/icon.svg',
    scripts: ['/client/start.js'],
    body: (
      <PageFrame
        language={language}
        name={text.name}
        homeHref="/"
        languageHrefs={inLanguages(path)}
        notice={text.notice}
        width="wide"
      >
        {children}
      </PageFrame>
    ),
  })
}

function People(props: StartPage & { people: readonly Citizen[] }) {
  const { language, people, origins, today } = props
  const text = words[language]
  return (
    <ul class="people">
      {people.map((citizen) => {
        const note = noteOf(citizen, language)
        return (
          <li key={citizen.user_id}>
            <Card title={citizen.name} level={3}>
              <p>
                <span class="muted">{text.userId}:</span> <b translate={false}>{citizen.user_id}</b>
                <br />
                <span class="muted">{text.age(String(ageOf(citizen, today)))}</span>
                {note ? <span class="muted"> · {note}</span> : null}
              </p>
              <form
                method="post"
                action={`/phones/${encodeURIComponent(citizen.user_id)}`}
                target="mitid-phone"
                data-window="phone"
              >
                <Button aria-label={text.giveTo(citizen.name)}>{text.give}</Button>
              </form>
              <p class="small">
                <a href={inboxOf(citizen, origins)} target="mitid-inbox">
                  {text.inboxOf}
                </a>
              </p>
            </Card>
          </li>
        )
      })}
    </ul>
  )
}

function RealPhone({ language, lan, origins }: StartPage) {
  const text = words[language]
  return (
    <Details summary={text.realPhone}>
      {lan ? (
        <div class="stack">
          <p>{text.lanText}</p>
          <p>
            <a href="/certificate.crt">{text.certificate}</a>
          </p>
          <QrFigure matrix={lan.matrix} alt={text.qrAlt} />
          <p>
            <a href={origins.start}>{lan.address}</a>
          </p>
        </div>
      ) : (
        <p>{text.realPhoneText}</p>
      )}
    </Details>
  )
}

function inboxOf({ phone, email }: Citizen, origins: Origins): string {
  const to = [phone, email].filter((address) => address !== undefined)
  return `${origins.inbox}/?${new URLSearchParams(to.map((one) => ['to', one])).toString()}`
}

function noteOf(citizen: Citizen, language: Language): string | undefined {
  const { special } = words[language]
  if (citizen.protected) return special.protected
  if (citizen.phone === undefined) return special.emailOnly
  if (!citizen.phone.startsWith('+45')) return special.foreign
  if (citizen.user_id.startsWith('familien')) return special.shared
  if (citizen.user_id === 'villads13') return special.youngest
  return citizen.name.length > 60 ? special.longest : undefined
}
