/** The second code of an activation: drawn, hashed for keeping, and addressed to the person. */
import { idOf, Instant, utf8, type Bytes, type Random } from '@open-mitid/kernel'
import { SecondCode } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { masked, mayReceiveCodes, type Contact } from '../person/index.ts'
import { secondLife, type ActivationId, type Second } from './activation.ts'
import type { CodeMessage } from './activations.ts'

const MessageId = idOf('msg')

/** Undefined where no contact may receive codes today. */
export async function drawSecondCode(
  { random, mac }: { readonly random: Random; readonly mac: Mac },
  activation: ActivationId,
  contacts: readonly Contact[],
  now: Instant,
): Promise<{ readonly second: Second; readonly message: CodeMessage } | undefined> {
  const contact = contactForCodes(contacts, now)
  if (!contact) return undefined
  const code = SecondCode.make(random)
  const until = Instant.plus(now, secondLife)
  return {
    second: {
      mac: await secondCodeMac(mac, activation, code),
      channel: contact.channel,
      to: masked(contact),
      until,
    },
    message: { id: MessageId.make(random), contact: contact.id, code, expiresAt: until },
  }
}

/** A text message before an e-mail: it seldom lies on the device that is being activated. */
function contactForCodes(contacts: readonly Contact[], now: Instant): Contact | undefined {
  const able = contacts.filter((contact) => mayReceiveCodes(contact, now))
  return able.find(({ channel }) => channel === 'sms') ?? able[0]
}

/** A code is good for its own activation alone. */
export function secondCodeMac(mac: Mac, id: ActivationId, code: SecondCode): Promise<Bytes> {
  return mac('second-code', utf8(`${id}|${code}`))
}
