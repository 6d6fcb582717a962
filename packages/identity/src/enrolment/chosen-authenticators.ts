/** What a person wants to approve with, and the spare that they are urged to have (product §B). */
import { deviceKinds, type DeviceKind } from '../authenticator/index.ts'

export const authenticatorKinds = ['app', ...deviceKinds] as const
export type AuthenticatorKind = 'app' | DeviceKind

export type ChosenAuthenticators = {
  readonly first: AuthenticatorKind
  /** Undefined where the person goes without, for now. */
  readonly spare: AuthenticatorKind | undefined
}

/** What has to be sent: at most two devices, which is as many as may be active (product §A). */
export function devicesOf({ first, spare }: ChosenAuthenticators): readonly DeviceKind[] {
  return [first, spare].flatMap((kind) => (kind === undefined || kind === 'app' ? [] : [kind]))
}

/** How many apps are to be activated. */
export function appsOf({ first, spare }: ChosenAuthenticators): number {
  return [first, spare].filter((kind) => kind === 'app').length
}
