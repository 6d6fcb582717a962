/** From nothing to an active app. */
import { ButtonLink, Card, Cards, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { topics } from '../help/topics.ts'
import { AddressQr } from '../part/address-qr.tsx'
import { InOrder, Points } from '../part/lines.tsx'
import { WaysOn } from '../part/ways-on.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { appWords } from '../words/app-words.ts'
import { approveWords } from '../words/approve-words.ts'
import { spareWords } from '../words/spare-words.ts'

export function appPage(reader: Reader): Content {
  const { site, language } = reader
  const text = textsFor(reader, appWords)
  const help = textsFor(reader, topics)
  const titles = textsFor(reader, pageTitles)
  const body = (
    <>
      <div class="beside">
        <div class="stack">
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
          <p>
            <ButtonLink href={site.app}>{text.open}</ButtonLink>
          </p>
          <p class="address">{site.app}</p>
        </div>
        <AddressQr address={site.app} alt={text.qrAlt(site.app)} caption={text.qrCaption} />
      </div>
      <h2>{text.install}</h2>
      <Cards>
        <Card title={text.android} level={3}>
          <InOrder items={text.androidSteps} />
        </Card>
        <Card title={text.iphone} level={3}>
          <InOrder items={text.iphoneSteps} />
        </Card>
        <Card title={text.computer} level={3}>
          <InOrder items={text.computerSteps} />
        </Card>
      </Cards>
      <h2>{text.activate}</h2>
      <p>{text.activateText}</p>
      <InOrder items={text.activateSteps} />
      <p>
        {text.activateNote}{' '}
        <a href={pathOf({ topic: 'activation-code' }, language)}>{help['activation-code'].title}</a>
        .
      </p>
      {site.sandbox ? (
        <Notice title={text.sandboxTitle}>
          <p>{text.sandbox}</p>
        </Notice>
      ) : null}
      <h2>{text.pin}</h2>
      {text.pinText.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <a href={pathOf({ topic: 'message' }, language)}>{help.message.title}</a>
      </p>
      <h2>{text.several}</h2>
      <p>
        {text.severalText}{' '}
        <a href={pathOf({ topic: 'shared-tablet' }, language)}>{help['shared-tablet'].title}</a>.
      </p>
      <h2>{text.needs}</h2>
      <Points items={text.needsList} />
      <h2>{text.next}</h2>
      <WaysOn
        reader={reader}
        ways={[
          {
            place: 'approve',
            title: titles.approve,
            summary: textsFor(reader, approveWords).summary,
          },
          { place: 'spare', title: titles.spare, summary: textsFor(reader, spareWords).summary },
        ]}
      />
    </>
  )
  return { title: text.title, summary: text.summary, width: 'wide', body }
}
