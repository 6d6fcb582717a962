/** What a person sees when a page or a request is not to be had: what happened, what to do. */
import { ButtonLink } from '@open-mitid/ui'
import type { SiteProblem } from '@open-mitid/ui/site'
import { renderPage, type PageSettings } from './page.tsx'
import { words } from './words.ts'

export function problemPage(problem: SiteProblem, settings: PageSettings): string {
  const text = words[settings.language]
  return renderPage({
    ...settings,
    title: text[problem].title,
    children: (
      <>
        <h1>{text[problem].title}</h1>
        <p>{text[problem].text}</p>
        <p>
          <ButtonLink href="/">{text.inbox}</ButtonLink>
        </p>
      </>
    ),
  })
}
