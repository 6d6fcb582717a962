/** The page of a request that went wrong: what happened, what to do next, and a number to quote. */
import { BoxFrame, ButtonLink, Notice, wording, type Language } from '@open-mitid/ui'
import { renderDocument } from '@open-mitid/ui/document'
import type { ComponentChildren } from 'preact'
import { plainPageFiles } from './page-files.ts'
import type { RequestProblemKind } from './problem.ts'

type Text = { title: string; happened: string; next: string }

const retry = {
  da: 'Gå tilbage, og prøv igen.',
  en: 'Go back and try again.',
}
const words = wording({
  da: {
    id: (id: string) => `Nummer til support: ${id}`,
    asked: {
      title: 'Det kunne vi ikke læse',
      happened: 'Der er en fejl i det, siden fik sendt.',
      next: retry.da,
    },
    large: { title: 'Det fylder for meget', happened: 'Det sendte er for stort.', next: retry.da },
    foreign: {
      title: 'Det kom ikke fra vores egen side',
      happened: 'Vi har stoppet det, fordi det blev sendt fra en anden side.',
      next: 'Start forfra hos den tjeneste, du vil bruge.',
    },
    missing: {
      title: 'Siden findes ikke',
      happened: 'Der er ingenting på denne adresse. Måske er linket gammelt.',
      next: 'Start forfra hos den tjeneste, du vil bruge.',
    },
    failed: {
      title: 'Noget gik galt hos os',
      happened: 'Fejlen er vores. Der er ikke sket noget på dine vegne.',
      next: 'Vent et øjeblik, og prøv igen.',
    },
    many: {
      title: 'Der er travlt fra dit netværk',
      happened: 'Der kommer meget på én gang fra det netværk, du er på.',
      next: 'Vent nogle sekunder, og prøv igen. Du er ikke spærret, og der er ikke sket noget med dit MitID.',
    },
    again: 'Prøv igen',
  },
  en: {
    id: (id) => `Number for support: ${id}`,
    asked: {
      title: 'We could not read that',
      happened: 'There is an error in what the page sent.',
      next: retry.en,
    },
    large: { title: 'That is too large', happened: 'What was sent is too large.', next: retry.en },
    foreign: {
      title: 'That did not come from our own page',
      happened: 'We stopped it because it was sent from another page.',
      next: 'Start again at the service you want to use.',
    },
    missing: {
      title: 'There is no such page',
      happened: 'There is nothing at this address. The link may be old.',
      next: 'Start again at the service you want to use.',
    },
    failed: {
      title: 'Something went wrong on our side',
      happened: 'The fault is ours. Nothing was done in your name.',
      next: 'Wait a moment and try again.',
    },
    many: {
      title: 'Your network is busy',
      happened: 'A lot is coming at once from the network you are on.',
      next: 'Wait a few seconds and try again. You are not blocked, and nothing has happened to your MitID.',
    },
    again: 'Try again',
  },
})

const texts: Readonly<
  Record<RequestProblemKind, 'asked' | 'large' | 'foreign' | 'missing' | 'many' | 'failed'>
> = {
  malformed: 'asked',
  'wrong-type': 'asked',
  'method-not-allowed': 'asked',
  'too-large': 'large',
  'foreign-origin': 'foreign',
  'wrong-host': 'missing',
  'not-found': 'missing',
  'too-many': 'many',
  busy: 'failed',
  fault: 'failed',
}

export type ErrorPage = {
  kind: RequestProblemKind
  language: Language
  schemeName: string
  id: string
  /** The address to ask again, where that helps. */
  again?: string | undefined
}

export function errorPage({ kind, ...page }: ErrorPage): string {
  return problemPage({ ...page, text: words[page.language][texts[kind]] })
}

type ProblemPage = Omit<ErrorPage, 'kind'> & { text: Text }

/** The same page with words of an edge's own. */
export function problemPage({ language, schemeName, id, text, again }: ProblemPage): string {
  const children = (
    <>
      <Notice kind="warn" title={text.happened}>
        <p>{text.next}</p>
      </Notice>
      {again !== undefined && <ButtonLink href={again}>{words[language].again}</ButtonLink>}
      <p>{words[language].id(id)}</p>
    </>
  )
  return plainPage({ language, schemeName, title: text.title, children })
}

type PlainPage = {
  language: Language
  schemeName: string
  title: string
  children: ComponentChildren
}

/** A page that belongs to no sign-in: nothing is known but whose it is. */
export function plainPage({ language, schemeName, title, children }: PlainPage): string {
  return renderDocument({
    ...plainPageFiles,
    language,
    title: `${title} – ${schemeName}`,
    hidden: true,
    body: (
      <BoxFrame language={language} name={schemeName} title={title}>
        {children}
      </BoxFrame>
    ),
  })
}
