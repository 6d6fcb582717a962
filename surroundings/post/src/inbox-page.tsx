/** The inbox: a list of messages, newest first, and the one being read. */
import {
  Announcer,
  Button,
  Details,
  EmptyState,
  formatDate,
  formatTime,
  Notice,
  plural,
  SelectField,
  type Language,
} from '@open-mitid/ui'
import type { Fault } from './channel.ts'
import type { Filter, Message } from './message.ts'
import { kinds } from './message.ts'
import { MessageView, senderOf, titleOf } from './message-view.tsx'
import { renderPage, type PageSettings } from './page.tsx'
import { normalRecipient, readableRecipient } from './recipient.ts'
import { words, type Words } from './words.ts'

export type Faults = { readonly smtp: Fault; readonly smpp: Fault }

type Inbox = PageSettings & {
  filter: Filter
  /** Newest first. */
  messages: readonly Message[]
  recipients: readonly string[]
  faults: Faults
  now: Date
  /** The message that was chosen; without one, a wide screen shows the newest. */
  reading?: Message | undefined
}

const shownAtMost = 100
const shownInSmallWindow = 20

export function inboxPage(inbox: Inbox): string {
  const { language, messages, reading, filter } = inbox
  const text = words[language]
  const open = reading ?? messages[0]
  const listClass = reading ? 'inbox inbox-reading' : 'inbox'
  return renderPage({
    ...inbox,
    title: reading ? titleOf(reading, text) : text.inbox,
    width: 'wide',
    children: (
      <>
        <div class={reading ? 'inbox-intro inbox-intro-reading stack' : 'inbox-intro stack'}>
          <h1>{text.inbox}</h1>
          <p>{text.intro}</p>
          <FaultNotice faults={inbox.faults} text={text} />
        </div>
        <Announcer message="" />
        <div class={listClass} data-lost={text.lost}>
          <div class="inbox-side stack">
            <Details summary={text.filter.legend} open={isFiltering(filter)}>
              <FilterForm inbox={inbox} text={text} />
            </Details>
            <div class="stack" data-live="list">
              <Count messages={messages} language={language} />
              {messages.length > 0 ? (
                <MessageList inbox={inbox} open={open} />
              ) : (
                <Empty filtered={isFiltering(filter)} text={text} />
              )}
            </div>
          </div>
          <div class={reading ? 'reading' : 'reading reading-newest'} data-live="reading">
            {open ? (
              <>
                <p class="reading-back">
                  <a href={`/${queryOf(filter)}`}>{text.back}</a>
                </p>
                <MessageView language={language} message={open} />
              </>
            ) : null}
          </div>
        </div>
      </>
    ),
  })
}

/** For a small window beside the phone: the messages of one recipient, in full. */
export function compactPage(inbox: Inbox): string {
  const { language, filter, messages } = inbox
  const text = words[language]
  const to = filter.to.map((each) => readableRecipient(asWritten(each, inbox.recipients)))
  const title = text.compact.title(to.join(', ') || text.compact.everybody)
  return renderPage({
    ...inbox,
    title,
    compact: true,
    children: (
      <>
        <div class="stack stack-close">
          <h1 class="compact-title">{title}</h1>
          <p class="small muted">
            {text.compact.text} <a href={`/${queryOf(filter)}`}>{text.compact.whole}</a>
          </p>
        </div>
        <Announcer message="" />
        <div class="stack" data-live="list" data-lost={text.lost}>
          {messages.length === 0 ? <Empty filtered={false} text={text} /> : null}
          <ol class="compact-list">
            {messages.slice(0, shownInSmallWindow).map((message) => (
              <li key={message.id} data-said={saidOf(message, text)} data-id={message.id}>
                <MessageView language={language} message={message} alone={filter.to.length === 1} />
              </li>
            ))}
          </ol>
        </div>
      </>
    ),
  })
}

function FaultNotice({ faults, text }: { faults: Faults; text: Words }) {
  const failing = (['smtp', 'smpp'] as const).flatMap((channel) => {
    const fault = faults[channel]
    return fault === 'ok' ? [] : [`${text.faults[channel]} ${text.faults.states[fault]}.`]
  })
  if (failing.length === 0) return null
  return (
    <Notice kind="warn" title={text.faults.warning}>
      <p>
        {failing.join(' ')} <a href="/faults">{text.faults.change}</a>
      </p>
    </Notice>
  )
}

function FilterForm({ inbox, text }: { inbox: Inbox; text: Words }) {
  const { filter, recipients } = inbox
  const chosen = filter.to[0] === undefined ? '' : asWritten(filter.to[0], recipients)
  const known = chosen === '' || recipients.includes(chosen) ? recipients : [chosen, ...recipients]
  return (
    <form class="filter" method="get" action="/" aria-label={text.filter.legend}>
      <SelectField
        name="to"
        data-live="recipients"
        label={text.filter.to}
        value={chosen}
        options={[
          { value: '', label: text.filter.everybody },
          ...known.map((to) => ({ value: to, label: readableRecipient(to) })),
        ]}
      />
      <SelectField
        name="kind"
        label={text.filter.kind}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: text.filter.everything },
          ...kinds.map((kind) => ({ value: kind, label: text.kinds[kind] })),
        ]}
      />
      <Button look="ghost">{text.filter.show}</Button>
    </form>
  )
}

function Count({ messages, language }: { messages: readonly Message[]; language: Language }) {
  const text = words[language]
  if (messages.length === 0) return null
  const more = messages.length > shownAtMost ? ` ${text.newest(shownAtMost)}` : ''
  return (
    <p class="small muted">
      {`${plural(messages.length, language, text.count)}.${more} ${text.live}`}
    </p>
  )
}

function MessageList({ inbox, open }: { inbox: Inbox; open: Message | undefined }) {
  const { language, messages, filter, now } = inbox
  const text = words[language]
  return (
    <ol class="messages" aria-label={text.list}>
      {messages.slice(0, shownAtMost).map((message) => (
        <li key={message.id} data-said={saidOf(message, text)} data-id={message.id}>
          <a
            class="row"
            href={`/message/${message.id}${queryOf(filter)}`}
            {...(message === open ? { 'aria-current': 'true' as const } : {})}
          >
            <span class="row-head">
              <span class="row-from">{nameOf(senderOf(message, text))}</span>
              <time class="row-time" dateTime={message.receivedAt}>
                {shortTime(new Date(message.receivedAt), now, language)}
              </time>
            </span>
            <span class="row-title">
              {message.kind === 'sms' ? message.text || text.noText : titleOf(message, text)}
            </span>
            <span class="row-to">
              <span class="row-kind">{text.kinds[message.kind]}</span>
              <span>{`${text.to} ${readableRecipient(message.to)}`}</span>
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

function Empty({ filtered, text }: { filtered: boolean; text: Words }) {
  return (
    <EmptyState level={2} title={filtered ? text.empty.filtered : text.empty.title}>
      <p>{text.empty.text}</p>
      {filtered ? (
        <p>
          <a href="/">{text.empty.all}</a>
        </p>
      ) : null}
    </EmptyState>
  )
}

function saidOf(message: Message, text: Words): string {
  const from = nameOf(senderOf(message, text))
  return text.arrived(text.kinds[message.kind], from, readableRecipient(message.to))
}

/** In a list the name is enough; the address is in the message. */
function nameOf(sender: string): string {
  return sender.replace(/(.) <[^<>]*>$/, '$1')
}

/** Today the time is enough; before that, the day is what one looks for. */
function shortTime(received: Date, now: Date, language: Language): string {
  const day = formatDate(received, language)
  return day === formatDate(now, language) ? formatTime(received, language) : day
}

/** A number that somebody wrote another way, as the messages have it. */
function asWritten(to: string, recipients: readonly string[]): string {
  return recipients.find((each) => normalRecipient(each) === normalRecipient(to)) ?? to.trim()
}

function isFiltering(filter: Filter): boolean {
  return filter.to.length > 0 || filter.kind !== undefined
}

function queryOf(filter: Filter): string {
  const query = new URLSearchParams(filter.to.map((to) => ['to', to]))
  if (filter.kind) query.set('kind', filter.kind)
  return query.size > 0 ? `?${query}` : ''
}
