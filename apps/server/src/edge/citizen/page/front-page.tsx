/** What it is, what one does with it, and the ways on. */
import { ButtonLink, Card, Cards, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { ApprovalPicture } from '../part/pictures.tsx'
import { SafetyRules } from '../part/safety-rules.tsx'
import { WaysOn } from '../part/ways-on.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { frontWords } from '../words/front-words.ts'

export function frontPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, frontWords)
  const titles = textsFor(reader, pageTitles)
  const body = (
    <>
      <div class="beside">
        <div class="stack stack-wide">
          <h1 class="front-title">{text.heading}</h1>
          <p class="lead">{text.lead}</p>
          <div class="front-actions">
            <ButtonLink href={pathOf('get', language)}>{text.get}</ButtonLink>
            <ButtonLink look="ghost" href={pathOf('approve', language)}>
              {text.how}
            </ButtonLink>
          </div>
          <Notice kind="done" title={text.free}>
            <p>{text.freeText}</p>
          </Notice>
        </div>
        <ApprovalPicture reader={reader} />
      </div>
      <h2>{text.doing}</h2>
      <Cards>
        <Card title={text.logOn} level={3}>
          <p>{text.logOnText}</p>
        </Card>
        <Card title={text.approve} level={3}>
          <p>{text.approveText}</p>
        </Card>
        <Card title={text.refuse} level={3}>
          <p>{text.refuseText}</p>
        </Card>
      </Cards>
      <h2>{text.on}</h2>
      <WaysOn
        reader={reader}
        ways={[
          { place: 'find', title: titles.find, summary: text.find },
          { place: 'app', title: titles.app, summary: text.app },
          { place: 'help', title: titles.help, summary: text.help },
          { place: 'services', title: titles.services, summary: text.services },
        ]}
      />
      <SafetyRules language={language} />
      <Notice title={text.stateTitle}>
        <p>{text.state}</p>
      </Notice>
    </>
  )
  return { title: text.title, summary: text.summary, width: 'wide', body }
}
