/** What a person sees when a page is not to be had: what happened, what to do. */
import { ButtonLink } from '@open-mitid/ui'
import type { SiteProblem } from '@open-mitid/ui/site'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function problemPage(problem: SiteProblem, settings: PageSettings): string {
  const text = words[settings.language]
  const { title, text: what } = text.problems[problem]
  return renderPage({
    ...settings,
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p>{what}</p>
        <p>
          <ButtonLink href="/">{text.holders}</ButtonLink>
        </p>
      </>
    ),
  })
}
