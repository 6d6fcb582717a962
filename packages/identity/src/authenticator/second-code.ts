/** The second code of an activation: drawn, hashed for keeping, and addressed to the person. */
import { idOf, Instant, utf8, type Bytes, type Random } from '@open-mitid/kernel'
import { SecondCode } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { LetterId, type Letter } from '../letter/index.ts'
import { masked, mayReceiveCodes, type Contact } from '../person/index.ts'
import { secondLives, type Activation, type ActivationId, type Second } from './activation.ts'
import type { CodeMessage, FoundByCode } from './activations.ts'

const MessageId = idOf('msg')

/** The code, and what brings it. */
export type DrawnSecondCode = {
  readonly second: Second
  readonly message?: CodeMessage
  readonly letter?: Letter
}

type Ports = { readonly random: Random; readonly mac: Mac }

/**
 * Undefined where nothing may bring it today. Two letters to one letter box are one way, and not
 * two: a first code by letter needs a contact.
 */
export async function drawSecondCode(
  ports: Ports,
  found: Pick<FoundByCode, 'person' | 'contacts' | 'addressed' | 'letterStyle' | 'now'>,
  activation: Pick<Activation, 'id' | 'channel'>,
): Promise<DrawnSecondCode | undefined> {
  const { person, now, letterStyle: style } = found
  const code = SecondCode.make(ports.random)
  const mac = await secondCodeMac(ports.mac, activation.id, code)
  const contact = contactForCodes(found.contacts, now)
  if (contact) {
    const until = Instant.plus(now, secondLives[contact.channel])
    const { id, channel } = contact
    const message = { id: MessageId.make(ports.random), contact: id, code, expiresAt: until }
    return { second: { mac, channel, to: masked(contact), until }, message }
  }
  if (!found.addressed || activation.channel === 'letter') return undefined
  const content = { kind: 'second-code', code } as const
  return {
    second: { mac, channel: 'letter', to: '', until: Instant.plus(now, secondLives.letter) },
    letter: { id: LetterId.make(ports.random), person: person.id, style, content },
  }
}

/** A text message before an e-mail: it seldom lies on the device that is being activated. */
export function contactForCodes(contacts: readonly Contact[], now: Instant): Contact | undefined {
  const able = contacts.filter((contact) => mayReceiveCodes(contact, now))
  return able.find(({ channel }) => channel === 'sms') ?? able[0]
}

/** A code is good for its own activation alone. */
export function secondCodeMac(mac: Mac, id: ActivationId, code: SecondCode): Promise<Bytes> {
  return mac('second-code', utf8(`${id}|${code}`))
}
