/** The first code opens an activation for one device key, and a second code is sent another way. */
import { accept, idOf, refuse, utf8, Instant, type Bytes } from '@open-mitid/kernel'
import {
  ActivationCode,
  newNonce,
  ProfileId,
  SecondCode,
  thumbprint,
  verifyAppProof,
  type PublicJwk,
} from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { appendEvents, type EventDraft } from '../ledger/index.ts'
import { masked, mayReceiveCodes, type Contact } from '../person/index.ts'
import { open, secondLife, type ActivationId } from './activation.ts'
import type { Activations, FoundByCode } from './activations.ts'
import type { CallPorts } from './answer-call.ts'
import type { AnswerCall, CallAnswer, PhoneCall } from './call.ts'
import { activationCodeMac } from './issue-activation-code.ts'
import type { Profile } from './profile.ts'

type Path = '/api/activation/open'
type Ports = CallPorts & { readonly activations: Activations; readonly mac: Mac }

const MessageId = idOf('msg')
const tries = 5
const unknown = { kind: 'activation-unknown' } as const

/** A wrong, a used and an ended code, and one that another key has opened, are answered alike. */
export function openActivation(ports: Ports): AnswerCall<Path> {
  return async (call) => {
    const { proof, request } = call
    if (!('jwk' in proof.holder)) return refuse({ kind: 'proof' })
    const dk = proof.holder.jwk
    const proved = verify(ports, call, dk)
    if (!proved.ok) return refuse({ kind: 'proof' })
    const code = ActivationCode.parse(request.code)
    if (code === undefined) return refuse(unknown)
    const codeMac = await activationCodeMac(ports.mac, code)
    for (let left = tries; left > 0; left -= 1) {
      const found = await ports.activations.findByCode(codeMac)
      if (!found) return refuse(unknown)
      const repeated = repeatedAnswer(call, found, dk)
      if (repeated) return repeated
      const opening = await decide(ports, call, found, dk)
      if (!opening) return refuse(unknown)
      if (await found.write(opening)) return opening.answer
    }
    throw new Error('an activation was overtaken each time it was opened')
  }
}

/** Before there is a profile there is no nonce: the key itself and the code are all there is. */
function verify({ verify: verifyEs256 }: Ports, call: PhoneCall<Path>, dk: PublicJwk) {
  const { htu, body, proof } = call
  return verifyAppProof(proof, { dk, htm: 'POST', htu, rn: '', body, verify: verifyEs256 })
}

function repeatedAnswer(
  { proof: { content } }: PhoneCall<Path>,
  { caller }: FoundByCode,
  dk: PublicJwk,
): CallAnswer<Path> | undefined {
  if (!caller || thumbprint(caller.profile.dk) !== thumbprint(dk)) return undefined
  const { jti, body_sha256, answer } = caller.last
  return jti === content.jti && body_sha256 === content.body_sha256
    ? (JSON.parse(answer()) as CallAnswer<Path>)
    : undefined
}

async function decide(
  { random, mac }: Ports,
  { proof: { content } }: PhoneCall<Path>,
  { now, person, contacts, chain, activation, caller }: FoundByCode,
  dk: PublicJwk,
) {
  const contact = contactForCodes(contacts, now)
  if (person.state === 'blocked' || !contact) return undefined
  const profile: Profile = caller?.profile ?? {
    id: ProfileId.make(random),
    person: person.id,
    dk,
    createdAt: now,
    drawn: 0,
    state: 'activating',
    draw: undefined,
  }
  if (profile.state !== 'activating') return undefined
  const code = SecondCode.make(random)
  const { channel } = contact
  const to = masked(contact)
  const until = Instant.plus(now, secondLife)
  const second = { mac: await secondCodeMac(mac, activation.id, code), channel, to, until }
  const attempt = { profile: profile.id, dk: thumbprint(dk), second }
  const opened = open(activation, attempt, now)
  if (!opened.ok) return undefined
  const drafts: readonly EventDraft[] = [
    ...(caller
      ? []
      : ([
          { type: 'activation-opened', actor: profile.id, body: { profile: profile.id } },
        ] as const)),
    { type: 'second-code-sent', actor: 'system', body: { profile: profile.id, channel, to } },
  ]
  const rn = newNonce(random)
  const answer = accept({ rn, profile: profile.id, second: { channel, to, expires_at: until } })
  const turn = {
    profile,
    rn,
    jti: content.jti,
    body_sha256: content.body_sha256,
    answer: JSON.stringify(answer),
    events: appendEvents(chain, drafts, { random, now }),
  }
  const id = MessageId.make(random)
  const message = { id, contact: contact.id, code, expiresAt: until }
  return { activation: opened.value, turn, message, answer }
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
