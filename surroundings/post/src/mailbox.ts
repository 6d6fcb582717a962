/** The post box itself: the last messages in memory and, where a folder is given, in a file. */
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Filter, Letter, Message, NewMessage } from './message.ts'
import { matches, MessageId, parseMessage } from './message.ts'

export type MailboxOptions = {
  readonly now: () => Date
  /** Messages survive a restart only where this is given. */
  readonly folder?: string | undefined
  /** The oldest go when there are more than so many messages, or so many octets of letters. */
  readonly keep?: number
  readonly keepBytes?: number
}

/** A message that came, or `emptied`. */
type Change = Message | 'emptied'

export type Mailbox = {
  /** Answers when the message is in the file, so that a sender who was told yes finds it again. */
  add(message: NewMessage): Message
  find(id: MessageId): Message | undefined
  findLetter(reference: string): Letter | undefined
  /** Oldest first. */
  list(filter: Filter): readonly Message[]
  /** What matches now, or else the first that comes within the time; empty when none did. */
  await(filter: Filter, milliseconds: number, signal: AbortSignal): Promise<readonly Message[]>
  /** Everybody who has post, in the order of the newest message. */
  recipients(): readonly string[]
  empty(): void
  /** Returns the way to stop listening. */
  subscribe(listener: (change: Change) => void): () => void
  close(): void
}

export function openMailbox(options: MailboxOptions): Mailbox {
  const keep = options.keep ?? 5_000
  const keepBytes = options.keepBytes ?? 64 * 1024 * 1024
  const journal = options.folder === undefined ? undefined : openJournal(options.folder)
  let messages = journal?.read() ?? []
  let bytes = messages.reduce((sum, message) => sum + sizeOf(message), 0)
  let last = sequenceOf(messages.at(-1))
  let lines = messages.length
  const listeners = new Set<(change: Change) => void>()

  function trim() {
    let drop = 0
    while (drop < messages.length - 1 && (messages.length - drop > keep || bytes > keepBytes)) {
      bytes -= sizeOf(messages[drop])
      drop += 1
    }
    if (drop > 0) messages = messages.slice(drop)
  }

  function rewrite() {
    journal?.write(messages)
    lines = messages.length
  }

  function tell(change: Change) {
    for (const listener of [...listeners]) listener(change)
  }

  const list = (filter: Filter) => messages.filter((message) => matches(filter, message))

  trim()
  rewrite()
  return {
    add(arrived) {
      const now = options.now()
      last = Math.max(last + 1, now.getTime())
      const message: Message = { ...arrived, id: MessageId.of(last), receivedAt: now.toISOString() }
      journal?.append(message)
      messages.push(message)
      bytes += sizeOf(message)
      lines += 1
      trim()
      if (lines > 2 * keep) rewrite()
      tell(message)
      return message
    },
    find: (id) => messages.find((message) => message.id === id),
    findLetter: (reference) =>
      messages.find(
        (message): message is Letter =>
          message.kind === 'letter' && message.reference === reference,
      ),
    list,
    recipients: () => [...new Set(messages.toReversed().map((message) => message.to))],
    empty() {
      messages = []
      bytes = 0
      rewrite()
      tell('emptied')
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close() {
      journal?.close()
    },
    await(filter, milliseconds, signal) {
      const here = list(filter)
      if (here.length > 0 || milliseconds <= 0 || signal.aborted) return Promise.resolve(here)
      return new Promise((resolve) => {
        const listener = (change: Change) => {
          if (change !== 'emptied' && matches(filter, change)) finish([change])
        }
        const finish = (found: readonly Message[]) => {
          clearTimeout(timer)
          listeners.delete(listener)
          signal.removeEventListener('abort', nothingCame)
          resolve(found)
        }
        const nothingCame = () => {
          finish([])
        }
        const timer = setTimeout(nothingCame, milliseconds)
        signal.addEventListener('abort', nothingCame)
        listeners.add(listener)
      })
    },
  }
}

function sequenceOf(message: Message | undefined): number {
  return message ? MessageId.sequence(message.id) : 0
}

function sizeOf(message: Message | undefined): number {
  if (!message) return 0
  return message.text.length + (message.kind === 'letter' ? message.content.length : 0)
}

/** One line of JSON a message. A line torn by a crash was never answered for and is left out. */
function openJournal(folder: string) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'messages.jsonl')
  let file = openSync(path, 'a', 0o600)
  return {
    read: (): Message[] =>
      readFileSync(path, 'utf8')
        .split('\n')
        .map(parseLine)
        .filter((message) => message !== undefined),
    append(message: Message) {
      writeSync(file, `${JSON.stringify(message)}\n`)
    },
    /** Whole or not at all: written beside, then put in place. */
    write(messages: readonly Message[]) {
      const lines = messages.map((message) => `${JSON.stringify(message)}\n`)
      writeFileSync(`${path}.new`, lines.join(''), { mode: 0o600 })
      renameSync(`${path}.new`, path)
      closeSync(file)
      file = openSync(path, 'a', 0o600)
    },
    close: () => {
      closeSync(file)
    },
  }
}

function parseLine(line: string): Message | undefined {
  try {
    return parseMessage(JSON.parse(line))
  } catch {
    return undefined
  }
}
