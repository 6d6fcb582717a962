/** `mitid show-devices`: a person's code devices, or what is in stock. */
import { SerialNumber, type CodeDevice } from '@open-mitid/identity/authenticator'
import { UserId } from '@open-mitid/identity/person'
import { postgresCodeDevices, postgresDeviceStock } from '@open-mitid/postgres'
import { text, type Command } from './command.ts'

export const showDevicesCommand: Command = {
  summary: 'shows the code devices of a person, or how many are in stock',
  usage: `[--user-id ID]

  Of a person: [{"device", "kind", "state", "serial"}], by age. Without --user-id, of the stock, by
  kind: {"free", "waiting"}; "waiting" are orders that are not sent yet.`,
  options: { 'user-id': { type: 'string' } },
  async run(values, { open }) {
    const { db, vault } = await open()
    const named = text(values, 'user-id')
    if (named === undefined) {
      const stock = await postgresDeviceStock(db, vault).count()
      const lines = Object.entries(stock).map(
        ([kind, { free, waiting }]) =>
          `${kind.padEnd(14)}${String(free)} in stock, ${String(waiting)} ordered and not sent`,
      )
      return { ok: true, json: stock, lines }
    }
    const userId = UserId.parse(named)
    const devices = postgresCodeDevices(db, vault)
    const found = userId.ok ? await devices.findHolder({ userId: userId.value }) : undefined
    if (!found) return { ok: false, kind: 'person-unknown', sentence: 'Nobody has this user ID.' }
    const shown = found.devices.map((device) => ({
      device: device.id,
      kind: device.kind,
      state: device.state,
      serial: serialOf(device),
    }))
    const lines = shown.map(({ device, kind, state, serial }) =>
      [device, kind.padEnd(13), state.padEnd(10), serial && SerialNumber.show(serial)].join('  '),
    )
    return { ok: true, json: shown, lines: lines.length > 0 ? lines : ['No code devices.'] }
  },
}

function serialOf(device: CodeDevice): SerialNumber | undefined {
  return device.state === 'ordered' ? undefined : device.serial
}
