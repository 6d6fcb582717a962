/** The MitID is there. Where the app was chosen, this page brings it onto the phone. */
import {
  Button,
  ButtonLink,
  Card,
  Cards,
  Details,
  Done,
  Notice,
  StatusLine,
  TypedCode,
} from '@open-mitid/ui'
import { activationLink } from '@open-mitid/protocol'
import { appsOf, devicesOf, type CompletedEnrolment } from '@open-mitid/identity/enrolment'
import type { Instant } from '@open-mitid/kernel'
import { pathOf } from '../../address.ts'
import { activatePath } from '../../device/device-path.ts'
import { AddressQr } from '../../part/address-qr.tsx'
import { InOrder } from '../../part/lines.tsx'
import type { Content } from '../../site-page.tsx'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { appWords } from '../../words/app-words.ts'
import type { FirstCode } from '../first-code-cookie.ts'
import { journeyPath } from '../journey-path.ts'
import { completedWords } from '../words/completed-words.ts'

type Standing = {
  readonly activeApps: number
  /** The code that this browser shows. */
  readonly first: FirstCode | undefined
  readonly now: Instant
}

export function completedPage(
  reader: Reader,
  enrolment: CompletedEnrolment,
  { activeApps, first, now }: Standing,
): Content {
  const text = textsFor(reader, completedWords)
  const { authenticators, 'user-id': userId } = enrolment.answers
  const wanted = appsOf(authenticators)
  const devices = devicesOf(authenticators)
  const path = journeyPath(reader.language, enrolment.id, 'done')
  const isDue = activeApps < wanted
  const body = (
    <div class="journey stack">
      {activeApps > 0 ? (
        <Done title={isDue ? text.firstActive : text.active}>
          <p>{isDue ? text.spareNext : text.activeText}</p>
        </Done>
      ) : (
        <>
          <h1>{text.title}</h1>
          <p class="lead">{wanted > 0 ? text.appLead : text.deviceLead}</p>
        </>
      )}
      <p>
        {text.userId} <b translate={false}>{userId}</b>
      </p>
      {isDue ? (
        <Activation reader={reader} path={path} first={first} now={now} activeApps={activeApps} />
      ) : null}
      {wanted > 0 && !isDue ? <EasilyFound reader={reader} /> : null}
      {devices.length > 0 ? (
        <Card title={text.deviceTitle}>
          <InOrder items={text.deviceSteps} />
          <p>
            <ButtonLink look="ghost" href={activatePath(reader.language)}>
              {text.deviceActivate}
            </ButtonLink>
          </p>
        </Card>
      ) : null}
      {authenticators.spare === undefined ? (
        <Notice kind="warn" title={text.noSpare}>
          <p>
            <a href={pathOf('spare', reader.language)}>{text.getSpare}</a>
          </p>
        </Notice>
      ) : null}
    </div>
  )
  return {
    title: activeApps > 0 && !isDue ? text.active : text.title,
    summary: text.summary,
    script: true,
    width: 'wide',
    body,
  }
}

type ActivationProps = Omit<Standing, 'first'> & {
  reader: Reader
  path: string
  first: FirstCode | undefined
}

/** QR, link and code, and a line that says by itself when the app is there. */
function Activation({ reader, path, first, now, activeApps }: ActivationProps) {
  const { site } = reader
  const text = textsFor(reader, completedWords)
  const app = textsFor(reader, appWords)
  if (!first)
    return (
      <Card title={text.codeGone}>
        <p>{text.codeGoneText}</p>
        <form method="post" action={`${path}/code`}>
          <Button>{text.newCode}</Button>
        </form>
      </Card>
    )
  const link = activationLink(site.app, first.code)
  const minutes = Math.max(1, Math.floor((first.until - now) / 60))
  return (
    <section class="stack" data-activation={path} data-active={activeApps}>
      <h2>{text.install}</h2>
      <div class="beside">
        <div class="stack">
          <InOrder items={text.installSteps} />
          <p>
            <ButtonLink href={link} target="_blank" rel="noopener" data-window="phone">
              {text.openHere}
            </ButtonLink>
          </p>
          <Details summary={text.byHand}>
            <p>
              {text.address} <span class="address">{site.app}</span>
            </p>
          </Details>
          <p>{text.yourCode}</p>
          <TypedCode code={first.code} groups={[4, 4, 4]} />
          <p class="small muted">{text.life(String(minutes))}</p>
          <form method="post" action={`${path}/code`}>
            <button type="submit" class="link-button">
              {text.anotherCode}
            </button>
          </form>
        </div>
        <AddressQr address={link} alt={text.qrAlt} caption={text.qrCaption} />
      </div>
      <div class="needs-script">
        <StatusLine>{text.waiting}</StatusLine>
      </div>
      <noscript>
        <p>
          <a href={path}>{text.look}</a>
        </p>
      </noscript>
      <Details summary={text.platforms}>
        <Cards>
          <Card title={app.android} level={3}>
            <InOrder items={app.androidSteps} />
          </Card>
          <Card title={app.iphone} level={3}>
            <InOrder items={app.iphoneSteps} />
          </Card>
          <Card title={app.computer} level={3}>
            <InOrder items={app.computerSteps} />
          </Card>
        </Cards>
      </Details>
    </section>
  )
}

function EasilyFound({ reader }: { reader: Reader }) {
  const text = textsFor(reader, completedWords)
  return (
    <>
      <h2>{text.found}</h2>
      <Cards>
        <Card title={text.foundAndroid} level={3}>
          <InOrder items={text.foundAndroidSteps} />
        </Card>
        <Card title={text.foundIphone} level={3}>
          <InOrder items={text.foundIphoneSteps} />
        </Card>
      </Cards>
      <p>
        <a href={pathOf('approve', reader.language)}>{text.howToApprove}</a>
      </p>
    </>
  )
}
