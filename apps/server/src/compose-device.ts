/** The part of the object graph that activates code devices on the citizens' website. */
import {
  activateCodeDevice,
  beginPassword,
  findDeviceAttempt,
  openDeviceLetter,
  provePasswordForDevice,
  registerPassword,
  type PasswordServer,
} from '@open-mitid/identity/authenticator'
import {
  postgresCodeDevices,
  postgresDeviceAttempts,
  postgresPasswordLogins,
} from '@open-mitid/postgres'
import type { DeviceUseCases } from './edge/citizen/index.ts'
import type { Foundation } from './foundation.ts'

export function deviceUseCases(
  { db, vault, random }: Foundation,
  passwordServer: PasswordServer,
): DeviceUseCases {
  const ports = {
    random,
    passwordServer,
    mac: vault.mac,
    devices: postgresCodeDevices(db, vault),
    attempts: postgresDeviceAttempts(db, vault),
    logins: postgresPasswordLogins(db, vault),
  }
  return {
    openLetter: openDeviceLetter(ports),
    findAttempt: findDeviceAttempt(ports),
    beginPassword: beginPassword(ports),
    provePassword: provePasswordForDevice(ports),
    register: registerPassword(ports),
    activate: activateCodeDevice(ports),
  }
}
