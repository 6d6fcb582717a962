/** `mitid suspend-device`, `reopen-device`, `revoke-device` and `renew-device-code`. */
import {
  DeviceId,
  renewDeviceCode,
  reopenDevice,
  revokeDevice,
  SerialNumber,
  suspendDevice,
  type CodeDevice,
  type MoveDeviceRefusal,
} from '@open-mitid/identity/authenticator'
import { postgresCodeDevices } from '@open-mitid/postgres'
import { text, UsageError, type Command, type Outcome, type Values } from './command.ts'

export const suspendDeviceCommand = moveCommand({
  summary: 'closes a code device that is lost, until it is reopened',
  move: suspendDevice,
})
export const reopenDeviceCommand = moveCommand({
  summary: 'opens a suspended code device again',
  move: reopenDevice,
})
export const revokeDeviceCommand = moveCommand({
  summary: 'blocks a code device for good, or calls off its order',
  move: revokeDevice,
})

export const renewDeviceCodeCommand = moveCommand({
  summary: 'sends a letter with a new code: to activate a device, or for a forgotten password',
  move: renewDeviceCode,
})

type Move = Pick<Command, 'summary'> & { readonly move: typeof renewDeviceCode }

function moveCommand({ summary, move }: Move): Command {
  return {
    summary,
    usage: `(--serial NUMBER | --device aut_...)

  The person is told. Answers {"device", "state"}.`,
    options: { serial: { type: 'string' }, device: { type: 'string' } },
    async run(values, { open, random }) {
      const by = deviceBy(values)
      if (!by) return refusal({ kind: 'device-unknown' })
      const { db, vault } = await open()
      const run = move({ devices: postgresCodeDevices(db, vault), mac: vault.mac, random })
      const moved = await run({ by, owner: undefined, actor: 'operator' })
      if (!moved.ok) return refusal(moved.refusal)
      const { id: device, state } = moved.value
      return { ok: true, json: { device, state }, lines: [`${device} is ${state}.`] }
    },
  }
}

/** Undefined where no device can have that number. */
function deviceBy(values: Values) {
  const [serial, device] = [text(values, 'serial'), text(values, 'device')]
  if ((serial === undefined) === (device === undefined))
    throw new UsageError('Say which, with --serial or with --device.')
  if (serial === undefined) {
    const id = DeviceId.parse(device)
    return id && { id }
  }
  const parsed = SerialNumber.parse(serial)
  return parsed && { serial: parsed }
}

const sentences: Readonly<Record<Exclude<MoveDeviceRefusal['kind'], 'not-now'>, string>> = {
  'device-unknown': 'Nobody has a device with this number.',
  'person-blocked': 'The MitID of this person is blocked.',
  busy: 'The person was busy with something else each time; try again.',
}
const states: Readonly<Record<CodeDevice['state'], string>> = {
  ordered: 'It is ordered and not sent yet',
  sent: 'It is sent and not activated yet',
  active: 'It is active',
  suspended: 'It is suspended',
  revoked: 'It is revoked',
}

function refusal(refused: MoveDeviceRefusal): Outcome {
  const sentence =
    refused.kind === 'not-now'
      ? `${states[refused.state]}: nothing was changed.`
      : sentences[refused.kind]
  return { ok: false, kind: refused.kind, sentence }
}
