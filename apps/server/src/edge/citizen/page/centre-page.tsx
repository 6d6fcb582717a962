/** Getting a MitID at a Citizen Service Centre. */
import { ButtonLink, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { InOrder } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { centreWords } from '../words/centre-words.ts'

export function centrePage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, centreWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Notice kind="warn" title={text.notYet}>
        <p>{text.notYetText}</p>
      </Notice>
      <h2>{text.steps}</h2>
      <InOrder items={text.stepList} />
      <p>
        <ButtonLink look="ghost" href={pathOf('legitimation', language)}>
          {text.papers}
        </ButtonLink>
      </p>
      <p>
        <a href={pathOf('get', language)}>{text.otherWays}</a>
      </p>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
