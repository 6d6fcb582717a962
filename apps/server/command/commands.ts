/** Every command of `mitid` by its name. */
import { changeContactCommand } from './change-contact.ts'
import { changeUserIdCommand } from './change-user-id.ts'
import { changeWishesCommand } from './change-wishes.ts'
import { clockCommand } from './clock.ts'
import type { Command } from './command.ts'
import { createPersonCommand } from './create-person.ts'
import { importDevicesCommand } from './import-devices.ts'
import { importCrlCommand } from './import-crl.ts'
import { importMasterListCommand } from './import-master-list.ts'
import { issueActivationCodeCommand } from './issue-activation-code.ts'
import { lookUpPersonCommand } from './look-up-person.ts'
import { makeKeysCommand } from './make-keys.ts'
import { migrateCommand } from './migrate.ts'
import {
  renewDeviceCodeCommand,
  reopenDeviceCommand,
  revokeDeviceCommand,
  suspendDeviceCommand,
} from './move-device.ts'
import { orderDeviceCommand } from './order-device.ts'
import { registerServiceCommand } from './register-service.ts'
import { rotateKeysCommand } from './rotate-keys.ts'
import { showDevicesCommand } from './show-devices.ts'
import { showEventsCommand } from './show-events.ts'

export const commands: Readonly<Record<string, Command>> = {
  'create-person': createPersonCommand,
  'issue-activation-code': issueActivationCodeCommand,
  'change-contact': changeContactCommand,
  'change-user-id': changeUserIdCommand,
  'change-wishes': changeWishesCommand,
  'import-devices': importDevicesCommand,
  'order-device': orderDeviceCommand,
  'renew-device-code': renewDeviceCodeCommand,
  'suspend-device': suspendDeviceCommand,
  'reopen-device': reopenDeviceCommand,
  'revoke-device': revokeDeviceCommand,
  'show-devices': showDevicesCommand,
  'register-service': registerServiceCommand,
  'look-up-person': lookUpPersonCommand,
  'rotate-keys': rotateKeysCommand,
  'import-master-list': importMasterListCommand,
  'import-crl': importCrlCommand,
  'show-events': showEventsCommand,
  migrate: migrateCommand,
  'make-keys': makeKeysCommand,
  clock: clockCommand,
}
