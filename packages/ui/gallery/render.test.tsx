import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { languages } from '../src/index.ts'
import { Components } from './components.tsx'
import { screens } from './screens.tsx'

const pages = Object.entries({ ...screens, components: Components }).flatMap(([name, Page]) =>
  languages.map((language) => ({
    name,
    language,
    html: renderToString(<Page language={language} />),
  })),
)

test.each(pages)('$name in $language has nothing inline that CSP would refuse', ({ html }) => {
  expect(html).not.toMatch(/<(script|style)|\s(style|on[a-z]+)=/i)
})

test.each(pages)('$name in $language uses each id once, and labels what exists', ({ html }) => {
  const ids = Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const meant = Array.from(
    html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/g),
    ([, list = '']) => list.split(' '),
  )
  for (const id of meant.flat()) expect(ids).toContain(id)
})
