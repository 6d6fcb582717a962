/** What the app must know of the installation it belongs to; the server tells it. */

export type Settings = {
  /** The scheme's name, such as MitID. */
  readonly scheme: string
  /** Where sign-ins take place: a tab of this device goes back there after an approval. */
  readonly signInOrigin: string | undefined
  /** Where the texts are that stand on the website alone. */
  readonly websiteOrigin: string | undefined
  /** Where a sandbox's chips are; a browser reaches no real one. */
  readonly chipOrigin: string | undefined
  /** Where a program beside a reader answers on this computer, if one runs. */
  readonly readerOrigin: string | undefined
}

export const unknownSettings: Settings = {
  scheme: 'MitID',
  signInOrigin: undefined,
  websiteOrigin: undefined,
  chipOrigin: undefined,
  readerOrigin: undefined,
}

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
  const {
    scheme_name: scheme,
    sign_in_origin: signIn,
    website_origin: website,
    chip_origin: chips,
    reader_origin: reader,
  } = value as Record<string, unknown>
  const signInOrigin = originOf(signIn)
  if (typeof scheme !== 'string' || signInOrigin === undefined) return undefined
  return {
    scheme,
    signInOrigin,
    websiteOrigin: originOf(website),
    chipOrigin: originOf(chips),
    readerOrigin: originOf(reader),
  }
}

function originOf(value: unknown): string | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value).origin : undefined
}
