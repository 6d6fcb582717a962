import { ButtonLink } from '@open-mitid/ui'
import type { SiteProblem } from '@open-mitid/ui/site'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function problemPage(problem: SiteProblem, settings: PageSettings): string {
  const text = words[settings.language]
  const { title, what } = text.problems[problem]
  return renderPage({
    ...settings,
    title,
    children: (
      <>
        <h1>{title}</h1>
        <p>{what}</p>
        <ButtonLink href="/">{text.back}</ButtonLink>
      </>
    ),
  })
}
