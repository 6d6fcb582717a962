/** Somebody who has proved to have a MitID: another password for a code device, and help. */
import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, EmptyState, ErrorSummary, Notice, Radios } from '@open-mitid/ui'
import type {
  KnownEnrolment,
  OwnDevice,
  PasswordWays,
  PasswordWaysRefusal,
} from '@open-mitid/identity/enrolment'
import type { Result } from '@open-mitid/kernel'
import { pathOf } from '../../address.ts'
import { activatePath } from '../../device/device-path.ts'
import { NemIdForPassword } from '../../part/nemid-for-password.tsx'
import type { Content } from '../../site-page.tsx'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { journeyPath, passwordStep } from '../journey-path.ts'
import { endedWords } from '../words/ended-words.ts'
import { journeyWords } from '../words/journey-words.ts'
import { knownWords } from '../words/known-words.ts'
import { SentCode } from './sent-code.tsx'
import type { Shown } from './index.tsx'

type Props = {
  readonly reader: Reader
  readonly path: string
  readonly leave: string
  readonly ways: PasswordWays
  readonly shown: Shown
}

export function knownPage(
  reader: Reader,
  enrolment: KnownEnrolment,
  ways: Result<PasswordWays, PasswordWaysRefusal>,
  shown: Shown,
): Content {
  const text = textsFor(reader, knownWords)
  if (!ways.ok)
    return ways.refusal.kind === 'person-blocked' ? blockedPage(reader) : oldPage(reader)
  const path = passwordStep(reader.language, enrolment.id)
  const leave = journeyPath(reader.language, enrolment.id, 'leave')
  const props = { reader, path, leave, ways: ways.value, shown }
  const { asked, devices } = ways.value
  if (asked) return contentOf(props, text.codeTitle, <CodeForm {...props} asked={asked} />)
  if (enrolment.wish === 'password') {
    if (devices.length === 0) return noDevicePage(reader)
    return isOnlyWaiting(ways.value)
      ? contentOf(props, text.underWayTitle, <UnderWay reader={reader} />)
      : contentOf(props, isNew(ways.value) ? text.activateTitle : text.title, <Choose {...props} />)
  }
  const { title } = textsFor(reader, endedWords).reasons['has-mitid']
  return contentOf(props, title, <HasMitId {...props} />)
}

function contentOf(
  { reader, leave, shown: { fault } }: Props,
  title: string,
  children: ComponentChildren,
): Content {
  const text = textsFor(reader, knownWords)
  const body = (
    <div class="journey stack">
      {fault ? <ErrorSummary language={reader.language} errors={[fault]} /> : null}
      <h1>{title}</h1>
      {children}
      {reader.site.sandbox ? (
        <Notice title={text.sandboxTitle}>
          <p>{text.sandbox}</p>
        </Notice>
      ) : null}
      <form class="journey-foot no-print" method="post" action={leave}>
        <button type="submit" class="link-button">
          {text.stop}
        </button>
      </form>
    </div>
  )
  const wrong = textsFor(reader, journeyWords).wrong
  return { title: fault ? `${wrong}: ${title}` : title, summary: text.summary, body }
}

/** They came for a MitID: what they may have come for stands beneath. */
function HasMitId(props: Props) {
  const { reader, ways } = props
  const text = textsFor(reader, knownWords)
  const { happened, next, onward } = textsFor(reader, endedWords).reasons['has-mitid']
  return (
    <>
      <p>{happened}</p>
      <p>{next}</p>
      <p>
        <a href={pathOf({ topic: 'new-phone' }, reader.language)}>{onward}</a>
      </p>
      {ways.devices.length > 0 ? (
        <>
          <h2>{isNew(ways) ? text.activateTitle : text.forgotten}</h2>
          <Choose {...props} />
        </>
      ) : null}
    </>
  )
}

/** What they have has come to them, and is not activated. */
function isNew({ devices }: PasswordWays): boolean {
  return devices.every(({ state }) => state === 'sent')
}

/** Nothing else can be done than to wait for a letter. */
function isOnlyWaiting({ contact, letter, devices }: PasswordWays): boolean {
  return !contact && letter && devices.every(({ letterUnderWay }) => letterUnderWay)
}

function Choose({ reader, path, ways, shown: { fault, typed } }: Props) {
  const text = textsFor(reader, knownWords)
  const { contact, letter, devices } = ways
  if (isOnlyWaiting(ways)) return <UnderWay reader={reader} />
  const canLetter = letter && devices.some(({ letterUnderWay }) => !letterUnderWay)
  if (!contact && !canLetter) return <NoWay reader={reader} />
  const [only, ...more] = devices
  return (
    <>
      {devices.some(({ letterUnderWay }) => letterUnderWay) && !isNew(ways) ? (
        <Notice title={text.underWayTitle}>
          <UnderWay reader={reader} />
        </Notice>
      ) : null}
      <p>{isNew(ways) ? text.activateLead : text.lead}</p>
      <form class="stack stack-wide" method="post" action={path}>
        {only && more.length === 0 ? (
          <OnlyDevice reader={reader} device={only} />
        ) : (
          <Radios
            name="device"
            legend={text.which}
            error={fault?.id === 'device' ? fault.text : undefined}
            value={typed}
            options={devices.map((device) => ({
              value: device.id,
              label: text.kind[device.kind],
              hint: hintOf(reader, device),
            }))}
          />
        )}
        {contact ? (
          <div class="stack">
            <p>{text.goesTo(contact.to)}</p>
            <Button name="by" value="contact">
              {text.send[contact.channel]}
            </Button>
          </div>
        ) : null}
        {canLetter ? (
          <div class="stack">
            {contact ? <p>{text.otherWay}</p> : null}
            <p>{text.letterText}</p>
            <Button name="by" value="letter" look={contact ? 'ghost' : 'primary'}>
              {contact ? text.sendLetter : text.sendLetterOnly}
            </Button>
          </div>
        ) : null}
      </form>
      <p class="small muted">{text.told}</p>
    </>
  )
}

function OnlyDevice({ reader, device }: { reader: Reader; device: OwnDevice }) {
  const text = textsFor(reader, knownWords)
  return (
    <p>
      <input type="hidden" name="device" value={device.id} />
      <b>{text.kind[device.kind]}</b>. {hintOf(reader, device)}
    </p>
  )
}

function hintOf(reader: Reader, { serialEnd, state }: OwnDevice): string {
  const text = textsFor(reader, knownWords)
  return [text.ends(serialEnd), text.state[state]].join(' ').trim()
}

function UnderWay({ reader }: { reader: Reader }) {
  const text = textsFor(reader, knownWords)
  return (
    <>
      <p>{text.underWay}</p>
      <p>
        <a href={activatePath(reader.language)}>{text.activate}</a>
      </p>
    </>
  )
}

function NoWay({ reader }: { reader: Reader }) {
  const text = textsFor(reader, knownWords)
  return (
    <Notice kind="warn" title={text.noWayTitle}>
      <p>{text.noWay}</p>
      <p>
        <a href={pathOf('legitimation', reader.language)}>{text.centre}</a>
      </p>
    </Notice>
  )
}

type Asked = NonNullable<PasswordWays['asked']>

function CodeForm({ reader, path, shown, asked }: Props & { asked: Asked }) {
  const text = textsFor(reader, knownWords)
  return (
    <>
      <SentCode
        reader={reader}
        channel={asked.channel}
        to={asked.to}
        action={`${path}/code`}
        error={shown.fault?.text}
      />
      <form method="post" action={path}>
        <input type="hidden" name="device" value={asked.device} />
        <Button look="ghost" name="by" value="contact">
          {text.newCode}
        </Button>
      </form>
    </>
  )
}

function blockedPage(reader: Reader): Content {
  const text = textsFor(reader, knownWords)
  return endOf(
    reader,
    'info',
    text.blockedTitle,
    <>
      <p>{text.blocked}</p>
      <p>{text.blockedNext}</p>
      <ButtonLink href={pathOf('legitimation', reader.language)}>{text.centre}</ButtonLink>
    </>,
  )
}

function noDevicePage(reader: Reader): Content {
  const text = textsFor(reader, knownWords)
  return endOf(
    reader,
    'info',
    text.noDeviceTitle,
    <>
      <p>{text.noDevice}</p>
      <ButtonLink href={pathOf('support', reader.language)}>{text.support}</ButtonLink>
    </>,
  )
}

function oldPage(reader: Reader): Content {
  const text = textsFor(reader, knownWords)
  return endOf(
    reader,
    'clock',
    text.oldTitle,
    <>
      <p>{text.old}</p>
      <NemIdForPassword language={reader.language}>{text.again}</NemIdForPassword>
    </>,
  )
}

/** Nothing can be done on this page. */
function endOf(
  reader: Reader,
  icon: 'info' | 'clock',
  title: string,
  children: ComponentChildren,
): Content {
  const { summary } = textsFor(reader, knownWords)
  const body = (
    <EmptyState icon={icon} title={title}>
      {children}
    </EmptyState>
  )
  return { title, summary, body }
}
