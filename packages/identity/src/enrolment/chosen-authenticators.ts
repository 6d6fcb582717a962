/** What a person wants to approve with, and the spare that they are urged to have (product §B). */

/** Code displays and readers are devices that come by mail or are picked up. */
export const deviceKinds = ['code-display', 'audio-reader'] as const
export type DeviceKind = (typeof deviceKinds)[number]

export const authenticatorKinds = ['app', ...deviceKinds] as const
export type AuthenticatorKind = (typeof authenticatorKinds)[number]

export type ChosenAuthenticators = {
  readonly first: AuthenticatorKind
  /** Undefined where the person goes without, for now. A second app is activated by the first. */
  readonly spare: AuthenticatorKind | undefined
}

/** What has to be sent: at most two devices, which is as many as may be active (product §A). */
export function devicesOf({ first, spare }: ChosenAuthenticators): readonly DeviceKind[] {
  return [first, spare].flatMap((kind) => (kind === undefined || kind === 'app' ? [] : [kind]))
}

export function hasApp({ first, spare }: ChosenAuthenticators): boolean {
  return first === 'app' || spare === 'app'
}
