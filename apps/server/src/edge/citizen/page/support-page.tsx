/** Who helps today: nobody on the phone, and what there is instead. */
import { Notice } from '@open-mitid/ui'
import { InOrder, Points } from '../part/lines.tsx'
import { SearchForm } from '../part/search-form.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { supportWords } from '../words/help-words.ts'

export function supportPage(reader: Reader): Content {
  const { sandbox } = reader.site
  const text = textsFor(reader, supportWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <Notice kind="warn" title={sandbox ? text.sandboxTitle : text.notYetTitle}>
        <p>{sandbox ? text.sandbox : text.notYet}</p>
      </Notice>
      <h2>{text.what}</h2>
      <InOrder items={text.steps} />
      <SearchForm reader={reader} />
      <h2>{text.never}</h2>
      <Points items={text.neverPoints} />
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
