/** Getting a MitID with NemID: what happens, what is needed, and the beginning of it. */
import { Button, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { InOrder, Points } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { nemidWords } from '../words/nemid-words.ts'

export function nemidPage(reader: Reader): Content {
  const { language, site } = reader
  const text = textsFor(reader, nemidWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <form method="post" action={pathOf('nemid', language)}>
        <Button>{text.begin}</Button>
      </form>
      <p class="small muted">{text.resume}</p>
      <h2>{text.ready}</h2>
      <Points items={text.readyPoints} />
      <h2>{text.steps}</h2>
      <InOrder items={text.stepList} />
      {site.sandbox ? (
        <Notice title={text.sandboxTitle}>
          <p>{text.sandbox}</p>
        </Notice>
      ) : null}
      <h2>{text.cannot}</h2>
      <p>
        {text.cannotText} <a href={pathOf('get', language)}>{text.otherWays}</a>
      </p>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
