/** Where codes and messages go: each contact is checked by a code before it counts. */
import { Button, ButtonLink, Details, Field, Icon, Notice } from '@open-mitid/ui'
import type { ContactCheck, ProofedEnrolment } from '@open-mitid/identity/enrolment'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { contactWords } from '../words/contact-words.ts'
import { SentCode } from './sent-code.tsx'
import type { Shown, StepPage } from './index.tsx'

type Channel = 'sms' | 'email'

export const contactsPage: StepPage = (reader, enrolment, shown) => {
  const text = textsFor(reader, contactWords)
  const { check, answers } = enrolment
  const path = journeyPath(reader.language, enrolment.id, 'contacts')
  const has = (channel: Channel) =>
    answers.contacts?.some((contact) => contact.channel === channel) ?? false
  const props = { reader, path, shown }
  if (check) return { title: text.codeTitle, body: <CodeForm {...props} check={check} /> }
  const isGood = has('sms') || has('email')
  const body = (
    <>
      <Checked reader={reader} enrolment={enrolment} />
      {isGood ? <p>{has('sms') && has('email') ? text.both : text.one}</p> : <p>{text.lead}</p>}
      {has('sms') ? null : <AddressForm {...props} channel="sms" isFirst={!isGood} />}
      {has('email') ? null : <AddressForm {...props} channel="email" isFirst={false} />}
      {isGood ? (
        <ButtonLink href={journeyPath(reader.language, enrolment.id, 'user-id')}>
          {text.goOn}
        </ButtonLink>
      ) : (
        <Details summary={text.neither}>
          <p>{text.neitherText}</p>
        </Details>
      )}
    </>
  )
  return { title: isGood ? text.goodTitle : text.title, body }
}

function Checked({ reader, enrolment }: { reader: Reader; enrolment: ProofedEnrolment }) {
  const text = textsFor(reader, contactWords)
  const contacts = enrolment.answers.contacts ?? []
  if (contacts.length === 0) return null
  return (
    <ul class="checked">
      {contacts.map(({ channel, to }) => (
        <li key={channel}>
          <Icon name="check" />
          <span>
            <b translate={false}>{to}</b> {text.isChecked}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Props = { reader: Reader; path: string; shown: Shown }

function AddressForm({
  reader,
  path,
  shown: { fault, typed },
  channel,
  isFirst,
}: Props & { channel: Channel; isFirst: boolean }) {
  const text = textsFor(reader, contactWords)
  const id = `${channel}-to`
  const error = fault?.id === id ? fault.text : undefined
  const kind =
    channel === 'sms'
      ? ({ type: 'tel', autocomplete: 'tel', inputmode: 'tel' } as const)
      : ({ type: 'email', autocomplete: 'email', inputmode: 'email' } as const)
  return (
    <form class="stack contact-form" method="post" action={path} novalidate>
      <input type="hidden" name="channel" value={channel} />
      <Field
        {...kind}
        id={id}
        name="to"
        label={text.label[channel]}
        hint={text.hint[channel]}
        error={error}
        value={error === undefined ? '' : (typed ?? '')}
        width="middle"
        maxLength={254}
      />
      <Button look={isFirst ? 'primary' : 'ghost'}>{text.send[channel]}</Button>
    </form>
  )
}

function CodeForm({ reader, path, shown: { fault }, check }: Props & { check: ContactCheck }) {
  const text = textsFor(reader, contactWords)
  const { channel, to } = check.contact
  return (
    <>
      <SentCode
        reader={reader}
        channel={channel}
        to={to}
        action={`${path}/code`}
        error={fault?.text}
      />
      <div class="actions actions-row">
        <form method="post" action={path}>
          <input type="hidden" name="channel" value={channel} />
          <input type="hidden" name="to" value={to} />
          <Button look="ghost">{text.again}</Button>
        </form>
        <form method="post" action={`${path}/other`}>
          <Button look="ghost">{text.other[channel]}</Button>
        </form>
      </div>
      {reader.site.sandbox ? (
        <Notice title={text.sandboxTitle}>
          <p>{text.sandbox}</p>
        </Notice>
      ) : null}
    </>
  )
}
