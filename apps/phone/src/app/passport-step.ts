/** The steps of "Get a MitID with your passport", and where "back" leads between them. */
import type { AccessFields } from '@open-mitid/icao9303'
import type { DeliveryChoice, DeliveryOffer, GestureSet, PassportCalls } from '@open-mitid/protocol'
import type { ProvedByPassport, ProvePassportRefusal } from '../core/passport/index.ts'
import type { Screen } from './screen.ts'

/** How the person wants to be helped before the camera. */
export type FaceHelp = {
  readonly set: GestureSet
  /** What to do is also said aloud. */
  readonly spoken: boolean
  /** The picture is taken after a count, without a press. */
  readonly counted: boolean
}

export type Channel = 'sms' | 'email'

/** A proved person on their way to a MitID. */
type Enrolling = {
  readonly proof: string
  readonly name: string
  /** What a code has come back from. */
  readonly contacts: Readonly<Partial<Record<Channel, string>>>
}

/** What the person approves with, and the spare beside it. */
export type Chosen = Omit<PassportCalls['/api/passport/authenticators']['request'], 'proof'>

/** Where devices go, as it is sent and as it is read. */
export type ChosenDelivery = DeliveryChoice & { readonly place: string }

type Choosing = { readonly person: Enrolling; readonly userId: string }

/** Each step with what is known by then; all of it is gone when the app is closed. */
export type PassportSteps = {
  readonly before: object
  readonly zone: { readonly wrong?: true }
  readonly typed: { readonly wrong?: true; readonly fields?: AccessFields }
  readonly chip: { readonly fields: readonly AccessFields[]; readonly typed?: true }
  readonly 'face-before': { readonly proved: ProvedByPassport; readonly help?: FaceHelp }
  readonly face: { readonly proved: ProvedByPassport; readonly help: FaceHelp }
  readonly person: { readonly proof: string; readonly name: string }
  readonly terms: { readonly person: Enrolling }
  readonly contacts: { readonly person: Enrolling; readonly over?: true }
  readonly 'contact-code': {
    readonly person: Enrolling
    readonly channel: Channel
    readonly to: string
    readonly until: number
  }
  readonly 'user-id': { readonly person: Enrolling }
  readonly authenticators: Choosing & { readonly chosen?: Chosen }
  readonly delivery: Choosing & { readonly chosen: Chosen; readonly offer: DeliveryOffer }
  readonly finish: Choosing & { readonly chosen: Chosen; readonly delivery?: ChosenDelivery }
  /** Devices are on their way; `id` is this app's profile, where the app was chosen too. */
  readonly ordered: {
    readonly userId: string
    readonly chosen: Chosen
    readonly delivery: ChosenDelivery
    readonly id?: string
  }
  readonly refused: { readonly refusal: ProvePassportRefusal }
}

export type PassportAt = keyof PassportSteps
export type PassportStep = {
  readonly [Step in PassportAt]: { readonly step: Step } & PassportSteps[Step]
}[PassportAt]

const to = (step: PassportStep): Screen => ({ at: 'passport', ...step })
const nowhere = (): undefined => undefined

/** What is proved is not undone by "back": from there it leads nowhere. */
const back: {
  readonly [Step in PassportAt]: (step: PassportSteps[Step]) => Screen | undefined
} = {
  before: () => ({ at: 'welcome' }),
  zone: () => to({ step: 'before' }),
  typed: () => to({ step: 'zone' }),
  chip: ({ typed, fields: [fields] }) =>
    to(typed && fields ? { step: 'typed', fields } : { step: 'zone' }),
  'face-before': nowhere,
  face: ({ proved, help }) => to({ step: 'face-before', proved, help }),
  person: nowhere,
  terms: nowhere,
  contacts: nowhere,
  'contact-code': ({ person }) => to({ step: 'contacts', person }),
  'user-id': ({ person }) => to({ step: 'contacts', person }),
  authenticators: ({ person }) => to({ step: 'user-id', person }),
  delivery: ({ person, userId, chosen }) => to({ step: 'authenticators', person, userId, chosen }),
  finish: ({ person, userId, chosen }) => to({ step: 'authenticators', person, userId, chosen }),
  ordered: nowhere,
  refused: () => ({ at: 'welcome' }),
}

export function beforePassport(step: PassportStep): Screen | undefined {
  const leads = back[step.step] as (step: PassportStep) => Screen | undefined
  return leads(step)
}
