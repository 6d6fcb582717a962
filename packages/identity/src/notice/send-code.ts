/** The second code of an activation goes to the person, and is then kept nowhere. */
import { idOf, type Id, type Instant } from '@open-mitid/kernel'
import type { Language, SecondCode } from '@open-mitid/protocol'
import type { Contact } from '../person/index.ts'
import { carry, type Carriers } from './channels.ts'
import { codeText } from './code-text.ts'
import type { Imprint } from './notice-text.ts'

export type CodeMessageId = Id<'msg'>
export const CodeMessageId = idOf('msg')

export type CodeMessage = {
  readonly now: Instant
  readonly code: SecondCode
  readonly language: Language
  readonly contact: Contact
  readonly expiresAt: Instant
}

export type CodeMessages = {
  find(id: CodeMessageId): Promise<CodeMessage | undefined>
  remove(id: CodeMessageId): Promise<void>
  /** Removes those that ended unsent. */
  removeEnded(): Promise<void>
}

/** Throws where the carrier did not take it: the job is tried again while the code lives. */
export function sendCode(ports: {
  codes: CodeMessages
  carriers: Carriers
  imprint: Imprint
}): (id: CodeMessageId) => Promise<void> {
  return async (id) => {
    const message = await ports.codes.find(id)
    if (!message) return
    if (message.now < message.expiresAt)
      await carry(ports.carriers, id, message.contact, codeText(message, ports.imprint))
    await ports.codes.remove(id)
  }
}
