/** The terms, whole, on a page that can be printed. */
import { pathOf } from '../address.ts'
import { TermsText } from '../part/terms-text.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { fullTermsWords } from '../words/full-terms-words.ts'

export function termsPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, fullTermsWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <TermsText reader={reader} level={2} />
      <p>
        {text.privacy}{' '}
        <a href={pathOf('privacy', language)}>{textsFor(reader, pageTitles).privacy}</a>
      </p>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
