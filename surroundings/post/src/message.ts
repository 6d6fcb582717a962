/** What can lie in the post box: an e-mail, an SMS or a letter, each to one recipient. */
import { normalRecipient } from './recipient.ts'

export type MessageId = `msg_${number}`

type Arrived = {
  readonly id: MessageId
  /** An e-mail address, a phone number in E.164 form, or the name on a letter. */
  readonly to: string
  /** ISO 8601, UTC. */
  readonly receivedAt: string
}

export type Email = Arrived & {
  readonly kind: 'email'
  readonly from: string
  readonly subject: string
  /** The plain part; where a mail has none, what its HTML says. */
  readonly text: string
}

export type Sms = Arrived & { readonly kind: 'sms'; readonly from: string; readonly text: string }

export type Letter = Arrived & {
  readonly kind: 'letter'
  /** The print service's own id of the letter: sent twice, it is still one letter. */
  readonly reference: string
  readonly title: string
  readonly contentType: LetterType
  /** Of a plain text letter; empty for the others, which are opened as documents. */
  readonly text: string
  /** The document's bytes, base64. */
  readonly content: string
}

export type Message = Email | Sms | Letter
export type Kind = Message['kind']
export type LetterType = 'application/pdf' | 'text/html' | 'text/plain'

type WithoutArrival<M> = M extends Message ? Omit<M, 'id' | 'receivedAt'> : never
export type NewMessage = WithoutArrival<Message>

export const kinds: readonly Kind[] = ['sms', 'email', 'letter']

export const MessageId = {
  of: (sequence: number): MessageId => `msg_${sequence}`,
  parse(value: string): MessageId | undefined {
    return /^msg_[1-9]\d{0,15}$/.test(value) ? MessageId.of(Number(value.slice(4))) : undefined
  },
  /** Ids grow in the order of arrival, also across restarts. */
  sequence: (id: MessageId): number => Number(id.slice(4)),
}

/** What somebody wants to see; nothing named means everything. */
export type Filter = {
  readonly to: readonly string[]
  readonly kind?: Kind | undefined
  readonly after?: MessageId | undefined
}

export function matches(filter: Filter, message: Message): boolean {
  const to = normalRecipient(message.to)
  return (
    (filter.to.length === 0 || filter.to.some((wanted) => normalRecipient(wanted) === to)) &&
    (filter.kind === undefined || filter.kind === message.kind) &&
    (filter.after === undefined ||
      MessageId.sequence(message.id) > MessageId.sequence(filter.after))
  )
}

export function parseKind(value: unknown): Kind | undefined {
  return kinds.find((kind) => kind === value)
}

/** A line of the store that cannot be one of ours (a torn last line, another's file) is not read. */
export function parseMessage(value: unknown): Message | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields: Partial<Record<string, unknown>> = { ...value }
  const texts: Record<Kind, readonly string[]> = {
    sms: ['from', 'text'],
    email: ['from', 'subject', 'text'],
    letter: ['reference', 'title', 'contentType', 'text', 'content'],
  }
  const kind = parseKind(fields['kind'])
  if (!kind || typeof fields['id'] !== 'string' || !MessageId.parse(fields['id'])) return undefined
  const wanted = ['to', 'receivedAt', ...texts[kind]]
  return wanted.every((name) => typeof fields[name] === 'string') ? (value as Message) : undefined
}
