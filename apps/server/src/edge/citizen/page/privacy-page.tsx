/** What is stored, how, and who sees it. */
import { Notice, Table } from '@open-mitid/ui'
import { Points } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import { evidenceKeys, type Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { privacyWords } from '../words/privacy-words.ts'

export function privacyPage(reader: Reader): Content {
  const { site } = reader
  const text = textsFor(reader, privacyWords)
  const keys = evidenceKeys(site)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {site.sandbox ? (
        <Notice kind="warn" title={text.sandboxTitle}>
          <p>{text.sandbox}</p>
        </Notice>
      ) : null}
      <h2 id="stored">{text.stored}</h2>
      <Table
        caption={text.stored}
        captionHidden
        columns={[{ head: text.what }, { head: text.how }]}
        rows={Object.entries(text.rows).map(([key, { what, how }]) => ({
          key,
          cells: [what, how],
        }))}
      />
      <h2>{text.sees}</h2>
      <Points items={text.seesPoints} />
      <h2>{text.rights}</h2>
      <Points items={text.rightsPoints} />
      <h2>{text.cookies}</h2>
      {text.cookiesText.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h2>{text.keysTitle}</h2>
      <p>{text.keysText}</p>
      <p class="address">
        <a href={keys}>{keys}</a>
      </p>
      <h2>{text.limits}</h2>
      <Points items={text.limitsPoints} />
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
