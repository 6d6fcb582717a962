/** People of the country who have no MitID yet, and what each needs to get one. */
import { Card, Details, type Language } from '@open-mitid/ui'
import { ageOf } from './age.ts'
import type { Origins } from './country.ts'
import type { Newcomer } from './people/people.ts'
import { words } from './words.ts'

type Props = {
  language: Language
  newcomers: readonly Newcomer[]
  origins: Origins
  today: Date
}

const shownFirst = 3
const leastAge = 13

export function Newcomers({ newcomers, ...page }: Props) {
  return (
    <>
      <List {...page} newcomers={newcomers.slice(0, shownFirst)} />
      <Details summary={words[page.language].moreNewcomers}>
        <List {...page} newcomers={newcomers.slice(shownFirst)} />
      </Details>
    </>
  )
}

function List({ language, newcomers, origins, today }: Props) {
  const text = words[language]
  return (
    <ul class="people">
      {newcomers.map((newcomer) => {
        const { key, name, nemid } = newcomer
        const note = noteOf(newcomer, language, today)
        return (
          <li key={key}>
            <Card title={name} level={3}>
              <p>
                <span class="muted">{text.age(String(ageOf(newcomer, today)))}</span>
                {note ? <span class="muted"> · {note}</span> : null}
              </p>
              {nemid ? (
                <>
                  <p>
                    <span class="muted">{text.nemidUserId}:</span>{' '}
                    <b translate={false}>{nemid.userId}</b>
                    <br />
                    <span class="muted">{text.nemidPassword}:</span>{' '}
                    <b translate={false}>{nemid.password}</b>
                  </p>
                  <p class="small">
                    <a
                      href={`${origins.nemid}/holder/${key}`}
                      target="mitid-nemid"
                      aria-label={`${waysIn(nemid.ways, language)}: ${name}`}
                    >
                      {waysIn(nemid.ways, language)}
                    </a>
                  </p>
                </>
              ) : (
                <p>{text.noNemid}</p>
              )}
            </Card>
          </li>
        )
      })}
    </ul>
  )
}

function waysIn(ways: readonly ('card' | 'app')[], language: Language): string {
  const [way = 'card', other] = ways
  return words[language].nemidWays[other === undefined ? way : 'both']
}

function noteOf(newcomer: Newcomer, language: Language, today: Date): string | undefined {
  const { specialNewcomer: special } = words[language]
  const { status, name } = newcomer
  if (status !== undefined) return special[status]
  if (newcomer.protected) return special.protected
  if (newcomer.address === undefined) return special.noAddress
  const age = ageOf(newcomer, today)
  if (age < leastAge) return special.tooYoung
  if (age === leastAge) return special.youngest
  return name.length > 60 ? special.longest : undefined
}
