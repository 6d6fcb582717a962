/** The evidence of an approval, and the program that checks it without us. */
import { InOrder, Points, Typed } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import { evidenceKeys, type Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { receiptWords } from '../words/receipt-words.ts'

const command = 'npm run mitid-verify -- pack.json --keys evidence-keys.json'

export function receiptPage(reader: Reader): Content {
  const text = textsFor(reader, receiptWords)
  const keys = evidenceKeys(reader.site)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.get}</h2>
      <InOrder items={text.getSteps} />
      <h2>{text.inside}</h2>
      <Points items={text.insidePoints} />
      <h2>{text.check}</h2>
      <p>{text.checkText}</p>
      <p class="address">
        <a href={keys}>{keys}</a>
      </p>
      <p>{text.checkCommand}</p>
      <Typed>{command}</Typed>
      <p>{text.checkAnswer}</p>
      <h2>{text.unproven}</h2>
      <Points items={text.unprovenPoints} />
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
