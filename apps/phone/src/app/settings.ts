/** What the app must know of the installation it belongs to; the server tells it. */

export type Settings = {
  /** The scheme's name, such as MitID. */
  readonly scheme: string
  /** Where sign-ins take place: a tab of this device goes back there after an approval. */
  readonly signInOrigin: string | undefined
}

export const unknownSettings: Settings = { scheme: 'MitID', signInOrigin: undefined }

/** Undefined where the server cannot be asked now. */
export async function loadSettings(): Promise<Settings | undefined> {
  try {
    const response = await fetch('/config.json', { credentials: 'omit' })
    return response.ok ? read(await response.json()) : undefined
  } catch {
    return undefined
  }
}

function read(value: unknown): Settings | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { scheme_name: scheme, sign_in_origin: origin } = value as Record<string, unknown>
  if (typeof scheme !== 'string' || typeof origin !== 'string') return undefined
  return URL.canParse(origin) ? { scheme, signInOrigin: new URL(origin).origin } : undefined
}
