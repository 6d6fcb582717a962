/** What every screen is given: the core, the person's language, and ways to go on. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language } from '@open-mitid/ui/wording'
import type { Line, Phone, ProfileView, ServerClock, Shell } from '../core/index.ts'
import type { ChipReader } from '../core/passport/index.ts'
import type { Install } from './install.ts'
import type { Screen } from './screen.ts'
import type { WayKeeper } from '../storage/kept-way.ts'
import type { Settings } from './settings.ts'

export type App = {
  readonly phone: Phone
  readonly clock: ServerClock
  /** The way to the server where there is no profile yet. */
  readonly line: Line
  /** Keeps a way by passport that can be taken up again. */
  readonly way: WayKeeper
  /** The app's own origin; only links of it are followed. */
  readonly origin: string
  readonly version: string
  readonly settings: Settings
  /** Where they could not be read at the start, and now can. */
  readonly setSettings: (settings: Settings) => void
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** Whether what to do with camera and passport is also said aloud; until the app is closed. */
  readonly spoken: boolean
  readonly setSpoken: (spoken: boolean) => void
  /** A reader at this computer that somebody has allowed; until the app is closed. */
  readonly reader: ChipReader | undefined
  readonly setReader: (reader: ChipReader) => void
  /** The native shell around the app; undefined in a browser. */
  readonly shell: Shell | undefined
  readonly profiles: readonly ProfileView[]
  /** Reads the profiles again after something about them has changed. */
  readonly reload: () => Promise<readonly ProfileView[]>
  readonly go: (screen: Screen) => void
  /** Says it to a screen reader; what is said also stands on the page. */
  readonly say: (message: string) => void
  readonly install: Install
  /** A new version waits; undefined where this is the newest. */
  readonly update: (() => void) | undefined
}

export const AppContext = createContext<App | undefined>(undefined)

export function useApp(): App {
  const app = useContext(AppContext)
  if (!app) throw new Error('a screen outside the app')
  return app
}

/** The name of a profile as its person gave it. */
export function nameOf(app: App, id: string | undefined): string | undefined {
  const name = app.profiles.find((profile) => profile.id === id)?.nickname
  return name === '' ? undefined : name
}

/** Leads to the other profiles from one that is not finished; undefined where there are none. */
export function othersOf({ profiles, go }: App): (() => void) | undefined {
  return profiles.length > 1 ? () => go({ at: 'chooser' }) : undefined
}
