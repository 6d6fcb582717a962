/** Where a person can be in the app, and where "back" leads from there. */
import type { Asked, EndedWhy, ProfileView } from '../core/index.ts'
import type { ClaimSecret, OfferId, RenderedOffer } from '@open-mitid/protocol'
import { beforePassport, type PassportStep } from './passport-step.ts'

type Here = { readonly id: string }

/** Each screen with what it needs; `id` is the local id of the profile that it is about. */
export type Screens = {
  readonly welcome: { readonly because?: 'no-profile' }
  readonly before: { readonly code?: string }
  readonly passport: PassportStep
  readonly 'activation-code': { readonly code?: string; readonly refused?: true }
  readonly resume: Here
  readonly naming: Here
  readonly 'second-code': Here
  readonly 'activation-ended': Here
  readonly 'choose-pin': Here
  readonly activated: Here
  readonly chooser: { readonly secret?: ClaimSecret }
  readonly home: Here & { readonly note?: string }
  readonly scan: Here
  readonly 'type-code': Here
  readonly claiming: Here & { readonly secret: ClaimSecret }
  readonly approval: Here & { readonly asked: Asked }
  readonly approved: Here & {
    readonly offerId: OfferId
    /** Absent where the app was closed before it heard the answer. */
    readonly shown?: RenderedOffer
    readonly returnToken?: string
  }
  readonly refused: Here & { readonly reason: 'cancel' | 'not_me' }
  readonly over: Here
  readonly history: Here
  readonly browsers: Here
  readonly wishes: Here
  readonly 'change-pin': Here
  readonly 'forgotten-pin': Here
  readonly rename: Here
  readonly remove: Here
  readonly help: { readonly id?: string }
  readonly about: { readonly id?: string }
  readonly ended: Here & { readonly why: EndedWhy | 'unknown' }
}

export type At = keyof Screens
export type Screen = { readonly [Name in At]: { readonly at: Name } & Screens[Name] }[At]

const toHome = ({ id }: Here): Screen => ({ at: 'home', id })
const toStart = ({ id }: { readonly id?: string }): Screen =>
  id === undefined ? { at: 'welcome' } : { at: 'home', id }
const nowhere = (): undefined => undefined

/** Where the back button leads; undefined where the app is left, or where there is no way back. */
const back: { readonly [Name in At]: (screen: Screens[Name]) => Screen | undefined } = {
  welcome: nowhere,
  before: () => ({ at: 'welcome' }),
  passport: (step) => beforePassport(step),
  'activation-code': () => ({ at: 'welcome' }),
  resume: nowhere,
  naming: nowhere,
  'second-code': nowhere,
  'activation-ended': nowhere,
  'choose-pin': nowhere,
  activated: nowhere,
  chooser: nowhere,
  home: nowhere,
  scan: toHome,
  'type-code': toHome,
  claiming: toHome,
  approval: toHome,
  approved: toHome,
  refused: toHome,
  over: toHome,
  history: toHome,
  browsers: toHome,
  wishes: toHome,
  'change-pin': toHome,
  'forgotten-pin': toHome,
  rename: toHome,
  remove: toHome,
  help: toStart,
  about: toStart,
  ended: nowhere,
}

export function backOf(screen: Screen): Screen | undefined {
  const leads = back[screen.at] as (screen: Screen) => Screen | undefined
  return leads(screen)
}

/** The first screen of a profile: where its life has come to. */
export function screenOf(profile: ProfileView): Screen {
  const { id } = profile
  switch (profile.stage) {
    case 'opening':
      return { at: 'resume', id }
    case 'second-code':
      return { at: profile.nickname === '' ? 'naming' : 'second-code', id }
    case 'pin':
      return { at: 'choose-pin', id }
    case 'active':
      return { at: 'home', id }
    case 'ended':
      return { at: 'ended', id, why: profile.why }
  }
}
