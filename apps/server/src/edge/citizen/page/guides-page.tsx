/** All guides in one list. */
import type { PageName } from '../address.ts'
import { topics } from '../help/topics.ts'
import type { TopicId } from '../help/topic.ts'
import { WaysOn } from '../part/ways-on.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { appWords } from '../words/app-words.ts'
import { approveWords } from '../words/approve-words.ts'
import { guideWords } from '../words/help-words.ts'
import { receiptWords } from '../words/receipt-words.ts'
import { spareWords } from '../words/spare-words.ts'

export function guidesPage(reader: Reader): Content {
  const text = textsFor(reader, guideWords)
  const all = textsFor(reader, topics)
  const page = (place: PageName, { title, summary }: { title: string; summary: string }) => ({
    place,
    title,
    summary,
  })
  const topic = (id: TopicId) => ({ ...all[id], place: { topic: id } })
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.begin}</h2>
      <WaysOn
        reader={reader}
        ways={[
          page('app', textsFor(reader, appWords)),
          page('approve', textsFor(reader, approveWords)),
          topic('code-display'),
          topic('audio-reader'),
          topic('new-phone'),
          topic('shared-tablet'),
        ]}
      />
      <h2>{text.safe}</h2>
      <WaysOn
        reader={reader}
        ways={[
          page('spare', textsFor(reader, spareWords)),
          topic('new-browser'),
          topic('help-others'),
          page('receipt', textsFor(reader, receiptWords)),
        ]}
      />
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
