/** What a spare is and how to get one. */
import { ButtonLink, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { InOrder, Points } from '../part/lines.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { spareWords } from '../words/spare-words.ts'

export function sparePage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, spareWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.why}</h2>
      <Points items={text.whyPoints} />
      <h2>{text.how}</h2>
      <InOrder items={text.howSteps} />
      <p>
        <ButtonLink href={pathOf('app', language)}>{textsFor(reader, pageTitles).app}</ButtonLink>
      </p>
      <h2>{text.keep}</h2>
      <Points items={text.keepPoints} />
      <Notice title={text.device}>
        <p>{text.deviceText}</p>
      </Notice>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
