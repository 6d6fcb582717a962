/** `mitid order-device`: a code display or an audio code reader for a person. */
import {
  CentreId,
  centres,
  deviceKinds,
  orderDevice,
  type Delivery,
  type DeviceKind,
  type OrderDeviceRefusal,
} from '@open-mitid/identity/authenticator'
import { UserId } from '@open-mitid/identity/person'
import { postgresCodeDevices } from '@open-mitid/postgres'
import { isSet, needed, refused, text, UsageError, type Command, type Values } from './command.ts'

export const orderDeviceCommand: Command = {
  summary: 'orders a code display or audio code reader for a person',
  usage: `--user-id ID --kind ${deviceKinds.join('|')} [--spare] [--centre CENTRE]

  --spare            beside one that the person has, or has ordered: up to two
  --centre CENTRE    to be picked up there; sent to the person's address unless said. Centres:
                     ${centres.map(({ id }) => id).join(', ')}

  A worker sends it, with its letter, as soon as there is one in stock.
  Answers {"device", "in_stock"}; "in_stock" is false where it has to wait for a delivery.`,
  options: {
    'user-id': { type: 'string' },
    kind: { type: 'string' },
    spare: { type: 'boolean' },
    centre: { type: 'string' },
  },
  async run(values, { open, random }) {
    const kind = kindOf(values)
    const delivery = deliveryOf(values)
    const userId = UserId.parse(needed(values, 'user-id'))
    if (!userId.ok) return refused(sentences, { kind: 'person-unknown' })
    const { db, vault } = await open()
    const order = orderDevice({ devices: postgresCodeDevices(db, vault), random })
    const ordered = await order({
      person: { userId: userId.value },
      kind,
      spare: isSet(values, 'spare'),
      delivery,
      actor: 'operator',
    })
    if (!ordered.ok) return refused(sentences, ordered.refusal)
    const { device, inStock } = ordered.value
    const when = inStock
      ? 'It is in stock, and is sent by a worker.'
      : 'There is none in stock. It is sent when the next delivery has come.'
    return {
      ok: true,
      json: { device: device.id, in_stock: inStock },
      lines: [`${device.id} is ordered. ${when}`],
    }
  },
}

const sentences: Readonly<Record<OrderDeviceRefusal['kind'], string>> = {
  'person-unknown': 'Nobody has this user ID.',
  'person-blocked': 'The MitID of this person is blocked.',
  'has-device': 'The person has a code device, or has ordered one. Say --spare for one more.',
  'too-many-devices': 'The person has two code devices. One must be revoked first.',
  'no-address': 'The person has no address. Name the centre where it is picked up, with --centre.',
  busy: 'The person was busy with something else each time; try again.',
}

function kindOf(values: Values): DeviceKind {
  const kind = deviceKinds.find((each) => each === needed(values, 'kind'))
  if (kind === undefined) throw new UsageError(`--kind is one of ${deviceKinds.join(', ')}.`)
  return kind
}

function deliveryOf(values: Values): Delivery {
  const named = text(values, 'centre')
  if (named === undefined) return { to: 'home' }
  const centre = CentreId.parse(named)
  if (centre === undefined) throw new UsageError(`There is no centre "${named}"; see --help.`)
  return { to: 'centre', centre }
}
