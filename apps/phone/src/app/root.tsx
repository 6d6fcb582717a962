/** The app on a screen: one screen at a time, out of one full table. */
import { Announcer } from '@open-mitid/ui'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Phone, ProfileView, ServerClock, ShellWatch } from '../core/index.ts'
import type { ChipReader } from '../core/passport/index.ts'
import { About } from '../screen/about.tsx'
import { Activated } from '../screen/activated.tsx'
import { ActivationCodeScreen } from '../screen/activation-code.tsx'
import { ActivationEnded } from '../screen/activation-ended.tsx'
import { Approval } from '../screen/approval.tsx'
import { Approved } from '../screen/approved.tsx'
import { Before } from '../screen/before.tsx'
import { Browsers } from '../screen/browsers.tsx'
import { ChangePin } from '../screen/change-pin.tsx'
import { ChoosePin } from '../screen/choose-pin.tsx'
import { Chooser } from '../screen/chooser.tsx'
import { Claiming } from '../screen/claiming.tsx'
import { Ended } from '../screen/ended.tsx'
import { ForgottenPin } from '../screen/forgotten-pin.tsx'
import { Help } from '../screen/help.tsx'
import { History } from '../screen/history.tsx'
import { Home } from '../screen/home.tsx'
import { Naming, Rename } from '../screen/naming.tsx'
import { Over } from '../screen/over.tsx'
import { Passport } from '../screen/passport.tsx'
import { Refused } from '../screen/refused.tsx'
import { Remove } from '../screen/remove.tsx'
import { Resume } from '../screen/resume.tsx'
import { Scan } from '../screen/scan.tsx'
import { SecondCodeScreen } from '../screen/second-code.tsx'
import { TypeCode } from '../screen/type-code.tsx'
import { Welcome } from '../screen/welcome.tsx'
import { Wishes } from '../screen/wishes.tsx'
import { AppContext, type App } from './app.ts'
import { firstScreen } from './first-screen.ts'
import { watchInstall } from './install.ts'
import { preferLanguage, preferredLanguage } from './preferences.ts'
import { backOf, type At, type Screen, type Screens } from './screen.ts'
import { ignoreSecondPresses } from './one-press.ts'
import { loadSettings, unknownSettings } from './settings.ts'
import { keepOffline } from './update.ts'

const screens: { readonly [Name in At]: ComponentType<Screens[Name]> } = {
  welcome: Welcome,
  before: Before,
  passport: Passport,
  'activation-code': ActivationCodeScreen,
  resume: Resume,
  naming: Naming,
  'second-code': SecondCodeScreen,
  'activation-ended': ActivationEnded,
  'choose-pin': ChoosePin,
  activated: Activated,
  chooser: Chooser,
  home: Home,
  scan: Scan,
  'type-code': TypeCode,
  claiming: Claiming,
  approval: Approval,
  approved: Approved,
  refused: Refused,
  over: Over,
  history: History,
  browsers: Browsers,
  wishes: Wishes,
  'change-pin': ChangePin,
  'forgotten-pin': ForgottenPin,
  rename: Rename,
  remove: Remove,
  help: Help,
  about: About,
  ended: Ended,
}

type Props = Pick<App, 'phone' | 'clock' | 'line' | 'way' | 'origin' | 'version'> & {
  readonly phone: Phone
  readonly clock: ServerClock
  readonly shellWatch: ShellWatch
  readonly first: Screen
  readonly profiles: readonly ProfileView[]
}

export function Root({
  phone,
  clock,
  line,
  way,
  origin,
  version,
  first,
  shellWatch,
  ...given
}: Props) {
  const [visit, setVisit] = useState({ screen: first, number: 0 })
  const [profiles, setProfiles] = useState(given.profiles)
  const [language, setLanguage] = useState(preferredLanguage)
  const [spoken, setSpoken] = useState(false)
  const [reader, setReader] = useState<ChipReader>()
  const [shell, setShell] = useState(() => shellWatch.shell())
  const [settings, setSettings] = useState(unknownSettings)
  const [message, setMessage] = useState('')
  const [updated, setUpdated] = useState(false)
  const [install, setInstall] = useState(() => watchInstall((next) => setInstall(next)))
  const shown = useRef(first)
  const held = useRef(profiles)
  held.current = profiles

  const ways = useMemo(() => {
    const go = (screen: Screen): void => {
      shown.current = screen
      setMessage('')
      setVisit(({ number }) => ({ screen, number: number + 1 }))
      // One entry of our own lies in the browser's history wherever "back" leads within the app.
      if (backOf(screen) && !isOurs(history.state)) history.pushState(ours, '')
    }
    const reload = async () => {
      const next = await phone.profiles()
      setProfiles(next)
      return next
    }
    return { go, reload, say: setMessage }
  }, [phone])

  useEffect(() => {
    const back = (): void => {
      const to = backOf(shown.current)
      // Where there are profiles, the start is theirs.
      if (to) ways.go(to.at === 'welcome' ? firstScreen(held.current, undefined) : to)
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [ways])

  useEffect(() => ignoreSecondPresses(document), [])

  useEffect(() => {
    shellWatch.whenThere(setShell)
    void loadSettings().then((loaded) => loaded && setSettings(loaded))
    keepOffline(() => setUpdated(true))
    const soon = setTimeout(() => void phone.warmUp(), afterFirstPaint)
    return () => clearTimeout(soon)
  }, [])

  useEffect(() => {
    document.documentElement.lang = language
    // Never what is asked or whose it is: the browser keeps titles in a history of its own.
    document.title = settings.scheme
  }, [language, settings.scheme])

  const app: App = {
    ...ways,
    phone,
    clock,
    line,
    way,
    origin,
    version,
    settings,
    setSettings,
    language,
    setLanguage(next) {
      preferLanguage(next)
      setLanguage(next)
    },
    spoken,
    setSpoken,
    reader,
    setReader,
    shell,
    profiles,
    install,
    update: updated ? () => location.reload() : undefined,
  }
  const { at, ...needs } = visit.screen
  const Shown = screens[at] as ComponentType<typeof needs>
  return (
    <AppContext.Provider value={app}>
      <Shown key={visit.number} {...needs} />
      <Announcer hidden message={message} />
    </AppContext.Provider>
  )
}

/** Milliseconds: what is needed later must not stand in the way of what is seen first. */
const afterFirstPaint = 800

const ours = { app: true } as const

function isOurs(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'app' in state
}
