/** The guide, one question a page, as a form that needs no script. */
import { Button, ButtonLink, Radios } from '@open-mitid/ui'
import { pathOf, type Place } from '../address.ts'
import { findWay, type GivenAnswers, type Question, type Way } from '../guide/find-way.ts'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { findWords } from '../words/find-words.ts'

const places: Readonly<Record<Way, Place>> = {
  nemid: 'nemid',
  passport: 'passport',
  centre: 'centre',
  'too-young': 'get',
  'has-mitid': { topic: 'new-phone' },
}

export function findPage(reader: Reader): Content {
  return foundWayPage(reader, {})
}

export function foundWayPage(reader: Reader, given: GivenAnswers): Content {
  const found = findWay(given)
  return 'ask' in found ? question(reader, given, found.ask) : answer(reader, found.way)
}

function question(reader: Reader, given: GivenAnswers, asked: Question): Content {
  const text = textsFor(reader, findWords)
  const { legend, hint } = text.questions[asked]
  const body = (
    <form class="journey stack" method="get" action={pathOf('find', reader.language)}>
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Radios
        name={asked}
        legend={legend}
        heading
        hint={hint}
        value="yes"
        options={[
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]}
      />
      <Button>{text.goOn}</Button>
    </form>
  )
  const title = asked === 'age' ? text.title : legend
  return { title, summary: text.summary, body }
}

function answer(reader: Reader, way: Way): Content {
  const text = textsFor(reader, findWords)
  const { language } = reader
  const { title, why, onward } = text.ways[way]
  const body = (
    <div class="journey stack">
      <h1>{title}</h1>
      <p class="lead">{why}</p>
      <ButtonLink href={pathOf(places[way], language)}>{onward}</ButtonLink>
      <p>
        <a href={pathOf('find', language)}>{text.again}</a>
      </p>
      <p>
        <a href={pathOf('get', language)}>{text.allWays}</a>
      </p>
    </div>
  )
  return { title, summary: text.summary, body }
}
