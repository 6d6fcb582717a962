/** An address that is not there, or something that was not done. */
import { ButtonLink, Notice, type Language } from '@open-mitid/ui'
import type { SiteProblem } from '@open-mitid/ui/site'
import { words } from '../words.ts'
import { page } from './page.tsx'

export function problemPage(problem: SiteProblem, language: Language): string {
  const text = words[language]
  const { title, text: what } = text.problems[problem]
  return page({
    language,
    path: '/',
    title,
    children: (
      <>
        <h1>{title}</h1>
        <Notice kind="warn">{what}</Notice>
        <ButtonLink href="/">{text.back}</ButtonLink>
      </>
    ),
  })
}
