import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pathOf } from '../../apps/server/src/edge/citizen/address.ts'
import { renderAll } from '../../apps/server/src/edge/citizen/render.ts'
import { scopeClaims } from '../../apps/server/src/edge/oidc/claims.ts'
import { askedFor } from '../../apps/server/src/edge/oidc/request-policy.ts'
import { endings as bankEndings } from '../../surroundings/bank/src/ending.ts'
import { endings as borgerEndings } from '../../surroundings/borger/src/ending.ts'
import { words as borgerWords } from '../../surroundings/borger/src/words.ts'

const root = join(import.meta.dirname, '../..')
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const connect = text('docs/connect.md')
const operations = text('docs/operations.md')
const pages = renderAll({
  scheme: 'MitID',
  origin: 'https://citizen.example',
  app: 'https://app.example',
  issuer: 'https://login.example',
  sandbox: false,
  stylesheets: [],
  script: '',
  fonts: [],
  icon: '',
})
const services = (['da', 'en'] as const).map(
  (language) => pages.get(pathOf('services', language)) ?? '',
)
/** Words of a form that stand in a source file, each once. */
const wordsOf = (file: string, form: RegExp) => [
  ...new Set([...text(file).matchAll(form)].map(([, word = '']) => word)),
]

describe('what services read is what the provider does', () => {
  it.each([...connect.matchAll(/```json\n(.*?)```/gsu)].map(([, json = '']) => json))(
    'RFC 9396: the approval in docs/connect.md is accepted as it stands: %s',
    (json) => {
      expect(askedFor({ scope: 'openid', authorization_details: json })).toMatchObject({ ok: true })
    },
  )
  it('every way in which a sign-in ends is told of', () => {
    const told = ['outcome.ts', 'opening.ts'].flatMap((file) =>
      wordsOf(`apps/server/src/edge/oidc/${file}`, /'(mitid_[a-z_]+)'/gu),
    )
    expect(told.length).toBeGreaterThan(7)
    for (const document of [connect, ...services])
      for (const description of told) expect(document).toContain(description)
    const known = new Set([...connect.matchAll(/\| `(mitid_[a-z_]+)`/gu)].map(([, word]) => word))
    expect([...known].filter((word) => word !== 'mitid_approval').toSorted()).toEqual(
      told.toSorted(),
    )
  })
  it('every ending has a sentence of its own at the demo services, and the words of docs/connect.md are theirs', () => {
    const told = ['outcome.ts', 'opening.ts'].flatMap((file) =>
      wordsOf(`apps/server/src/edge/oidc/${file}`, /'(mitid_[a-z_]+)'/gu),
    )
    for (const endings of [bankEndings, borgerEndings]) {
      expect(Object.keys(endings).toSorted()).toEqual(told.toSorted())
      expect(new Set(Object.values(endings)).size).toBe(told.length)
    }
    for (const message of [...Object.values(borgerEndings), 'tooLow'] as const)
      for (const { messages } of Object.values(borgerWords)) {
        const { title, text: what, ...next } = messages[message]
        expect(connect).toContain([`**${title}.**`, what, ...Object.values(next)].join(' '))
      }
  })
  it('every claim is told of', () => {
    for (const claim of Object.values(scopeClaims).flat()) expect(connect).toContain(`\`${claim}\``)
  })
})

describe('what operators read is what the server takes', () => {
  it('every setting is told of, and no other', () => {
    const settings = wordsOf('apps/server/src/config.ts', /^ {2}([A-Z][A-Z_]+): /gmu)
    const told = [...operations.matchAll(/^\| `([A-Z][A-Z_]+)` /gmu)].map(([, name]) => name)
    expect(told.toSorted()).toEqual(settings.toSorted())
  })
  it('every command that is named exists', () => {
    const commands = wordsOf(
      'apps/server/command/commands.ts',
      /^ {2}'?([a-z-]+)'?: \w+Command,/gmu,
    )
    const named = [...(connect + operations).matchAll(/npm run (?:--silent )?mitid -- ([a-z-]+)/gu)]
    for (const [, command] of named) expect([...commands, 'session']).toContain(command)
  })
})

it('a document defines each term once, and holds nothing of an unfinished merge', () => {
  const terms = [...text('docs/glossary.md').matchAll(/^\| ([^|]+?) +\|/gmu)].map(
    ([, term]) => term,
  )
  expect(terms).toEqual([...new Set(terms)])
  const documents = globSync('{*.md,docs/**/*.md}', { cwd: root })
  const unfinished = documents.filter((file) => /^<{7} |^(?:> ?){7}|={7}/mu.test(text(file)))
  expect(unfinished).toEqual([])
})

describe('docs/specs.md', () => {
  const cited =
    /RFC \d+|FIPS \d+-\d|NSIS \d[\d.]*\d|ICAO 9303-\d+|ISO\/IEC \d+(?:-\d+)?|BSI TR-\d+(?:-\d)?|3GPP TS \d+\.\d+/gu
  const sources = globSync('{apps,bench,packages,surroundings,tests,tools}/**/*.{ts,tsx,mjs,md}', {
    cwd: root,
    exclude: ['**/node_modules', '**/dist'],
  })
  it('names every standard that is cited', () => {
    const specs = text('docs/specs.md')
    const missing = [...sources, 'docs/connect.md', 'docs/operations.md'].flatMap((file) =>
      [...text(file).matchAll(cited)]
        .filter(([standard]) => !new RegExp(`${standard}(?![-\\d])`, 'u').test(specs))
        .map(([standard]) => `${standard}: ${file}`),
    )
    expect([...new Set(missing)]).toEqual([])
  })
})
