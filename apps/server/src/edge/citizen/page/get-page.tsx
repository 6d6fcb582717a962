/** The three ways to a MitID, what they need, and what is true for all of them. */
import { ButtonLink, Card, Cards, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { Points } from '../part/lines.tsx'
import { SafetyRules } from '../part/safety-rules.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { getWords } from '../words/get-words.ts'

export function getPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, getWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>
        <ButtonLink href={pathOf('find', language)}>{text.find}</ButtonLink>
      </p>
      <h2>{text.ways}</h2>
      <Cards>
        {(['nemid', 'passport', 'centre'] as const).map((way) => (
          <Card key={way} title={text.way[way].title} level={3}>
            <p>{text.way[way].what}</p>
            <Points items={text.way[way].needs} />
            <p>
              <ButtonLink look="ghost" href={pathOf(way, language)}>
                {text.way[way].onward}
              </ButtonLink>
            </p>
          </Card>
        ))}
      </Cards>
      <h2>{text.requirements}</h2>
      <Points items={text.requirementPoints} />
      <Notice kind="done" title={text.free}>
        <p>{text.freeText}</p>
      </Notice>
      <h2>{text.bring}</h2>
      <p>
        {text.bringText} <a href={pathOf('legitimation', language)}>{text.papers}</a>
      </p>
      <SafetyRules language={language} />
    </>
  )
  return { title: text.title, summary: text.summary, width: 'wide', body }
}
