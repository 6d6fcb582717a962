import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mailbox, MailboxOptions } from './mailbox.ts'
import { openMailbox } from './mailbox.ts'
import { MessageId } from './message.ts'

let folder: string
let open: Mailbox[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'post-'))
})
afterEach(() => {
  for (const mailbox of open) mailbox.close()
  open = []
  rmSync(folder, { recursive: true })
})

function mailboxWith(options: Partial<MailboxOptions> = {}): Mailbox {
  const mailbox = openMailbox({ now: () => new Date('2026-11-22T19:36:00Z'), ...options })
  open.push(mailbox)
  return mailbox
}

const sms = (text: string, to = '+4520123456') =>
  ({ kind: 'sms', to, from: 'MitID', text }) as const
const texts = (mailbox: Mailbox) => mailbox.list({ to: [] }).map((message) => message.text)
const never = new AbortController().signal

describe('the post box', () => {
  test('ids grow in the order of arrival, also over a restart and an emptying', () => {
    const before = mailboxWith({ folder })
    const first = before.add(sms('1'))
    const second = before.add(sms('2'))
    const third = mailboxWith({ folder }).add(sms('3'))
    const sequences = [first, second, third].map(({ id }) => MessageId.sequence(id))
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b))
    expect(new Set(sequences).size).toBe(3)
  })

  test.each([' 4520123456', '+45 20 12 34 56', '004520123456', '+4520123456'])(
    'a filter for "%s" finds the phone number',
    (to) => {
      const mailbox = mailboxWith()
      mailbox.add(sms('for you'))
      mailbox.add(sms('for somebody else', '+4520999999'))
      expect(mailbox.list({ to: [to] }).map((message) => message.text)).toEqual(['for you'])
    },
  )

  test('messages survive a restart, and a line torn by a crash is left out', () => {
    mailboxWith({ folder }).add(sms('kept'))
    appendFileSync(join(folder, 'messages.jsonl'), '{"id":"msg_9","kind":"sms","to":"+45')
    expect(texts(mailboxWith({ folder }))).toEqual(['kept'])
  })

  test('the oldest go when there are too many, in the file too', () => {
    const mailbox = mailboxWith({ folder, keep: 3 })
    for (const text of ['1', '2', '3', '4', '5', '6', '7']) mailbox.add(sms(text))
    expect(texts(mailbox)).toEqual(['5', '6', '7'])
    expect(readFileSync(join(folder, 'messages.jsonl'), 'utf8').trim().split('\n')).toHaveLength(3)
  })

  test('the oldest go when they are too large together, the newest never', () => {
    const mailbox = mailboxWith({ keepBytes: 10 })
    for (const text of ['12345', '123456789', '12345678901234']) mailbox.add(sms(text))
    expect(texts(mailbox)).toEqual(['12345678901234'])
  })

  test('emptied, it is empty after a restart', () => {
    const mailbox = mailboxWith({ folder })
    mailbox.add(sms('gone'))
    mailbox.empty()
    expect(texts(mailboxWith({ folder }))).toEqual([])
  })

  test('waiting ends with the first message that matches', async () => {
    const mailbox = mailboxWith()
    const waiting = mailbox.await({ to: ['+4520123456'], kind: 'sms' }, 60_000, never)
    mailbox.add(sms('not this one', '+4520999999'))
    mailbox.add(sms('this one'))
    expect((await waiting).map((message) => message.text)).toEqual(['this one'])
  })

  test('waiting ends with nothing when the time is up or the asker has gone', async () => {
    const mailbox = mailboxWith()
    expect(await mailbox.await({ to: [] }, 5, never)).toEqual([])
    const asker = new AbortController()
    const waiting = mailbox.await({ to: [] }, 60_000, asker.signal)
    asker.abort()
    expect(await waiting).toEqual([])
  })
})
