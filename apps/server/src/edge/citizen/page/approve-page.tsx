/** An approval step by step, with pictures of what the app shows. */
import { Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { topics } from '../help/topics.ts'
import { Points, Typed } from '../part/lines.tsx'
import { ApprovalPicture, UnseenPicture } from '../part/pictures.tsx'
import { SafetyRules } from '../part/safety-rules.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { approveWords } from '../words/approve-words.ts'

export function approvePage(reader: Reader): Content {
  const { site, language } = reader
  const text = textsFor(reader, approveWords)
  const help = textsFor(reader, topics)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.start}</h2>
      <Points items={text.startSteps} />
      <p>{text.addressText}</p>
      <Typed>{site.issuer}</Typed>
      <h2>{text.fetch}</h2>
      <p>{text.fetchText}</p>
      <Points items={text.fetchWays} />
      <p>{text.fetchTime}</p>
      <p>
        <a href={pathOf({ topic: 'nothing-found' }, language)}>{help['nothing-found'].title}</a>
      </p>
      <section class="beside">
        <div class="stack">
          <h2>{text.read}</h2>
          <p>{text.readText}</p>
          <Points items={text.readPoints} />
          <h2 class="beside-next">{text.swipe}</h2>
          <p>{text.swipeText}</p>
          <Notice title={text.signature}>
            <p>{text.signatureText}</p>
          </Notice>
        </div>
        <ApprovalPicture reader={reader} />
      </section>
      <h2>{text.no}</h2>
      <p>{text.noText}</p>
      <p>
        <a href={pathOf({ topic: 'not-me' }, language)}>{help['not-me'].title}</a>
      </p>
      <section class="beside">
        <div class="stack">
          <h2>{text.unseen}</h2>
          {text.unseenText.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Notice kind="warn">
            <p>{text.unseenDo}</p>
          </Notice>
        </div>
        <UnseenPicture reader={reader} />
      </section>
      <h2>{text.cannot}</h2>
      <Points items={text.cannotPoints} />
      <h2>{text.after}</h2>
      <p>
        {text.afterText}{' '}
        <a href={pathOf('receipt', language)}>{textsFor(reader, pageTitles).receipt}</a>
      </p>
      <SafetyRules language={language} />
    </>
  )
  return { title: text.title, summary: text.summary, width: 'wide', body }
}
