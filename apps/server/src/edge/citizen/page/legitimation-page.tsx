/** Which papers show who somebody is. */
import { Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { Points } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { legitimationWords } from '../words/legitimation-words.ts'

export function legitimationPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, legitimationWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.nemid}</h2>
      <Points items={text.nemidPoints} />
      <p>
        <a href={pathOf('nemid', language)}>{text.toNemid}</a>
      </p>
      <h2>{text.passport}</h2>
      <Points items={text.passportPoints} />
      <h2>{text.centre}</h2>
      <Points items={text.centrePoints} />
      <h2>{text.none}</h2>
      <Points items={text.nonePoints} />
      <Notice kind="warn" title={text.notYet}>
        <p>{text.notYetText}</p>
      </Notice>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
