/** The steps of "Get a MitID with your passport", and where "back" leads between them. */
import type { AccessFields } from '@open-mitid/icao9303'
import type {
  DeliveryChoice,
  DeliveryOffer,
  GestureSet,
  PassportCalls,
  PassportStanding,
} from '@open-mitid/protocol'
import type { Helping, ProvedByPassport, ProvePassportRefusal } from '../core/passport/index.ts'
import type { Screen } from './screen.ts'

/** How the person wants to be helped before the camera. */
export type FaceHelp = {
  readonly set: GestureSet
  /** The picture is taken after a count, without a press. */
  readonly counted: boolean
}

export type Channel = 'sms' | 'email'

/**
 * The passport is shown to get to a MitID that there is; `pin`: the local id of the profile here
 * whose PIN was forgotten.
 */
export type Again = { readonly pin?: string }
/** Absent where somebody gets their first. */
type Purpose = { readonly again?: Again | undefined }

/** A passport that is read, here or, as `helping`, for somebody who goes on on their own phone. */
type Reading = Purpose & { readonly helping?: Helping | undefined }

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
  readonly before: Purpose
  /** A reader at this computer is connected; `next` is what it is for, where not to begin. */
  readonly reader: Purpose & { readonly next?: PassportStep }
  /** A helper's phone is asked to read the passport. */
  readonly helper: Purpose
  /** This phone is a helper's. */
  readonly 'help-scan': object
  readonly 'help-before': { readonly offer: { readonly code: string; readonly key: string } }
  readonly 'help-done': object
  readonly zone: Reading & { readonly wrong?: true }
  readonly typed: Reading & { readonly wrong?: true; readonly fields?: AccessFields }
  readonly chip: Reading & { readonly fields: readonly AccessFields[]; readonly typed?: true }
  readonly 'face-before': Purpose & { readonly proved: ProvedByPassport; readonly help?: FaceHelp }
  readonly face: Purpose & { readonly proved: ProvedByPassport; readonly help: FaceHelp }
  /** The app was closed on the way, and is open again. */
  readonly left: Purpose & { readonly proof: string }
  readonly made: { readonly proof: string; readonly userId: string; readonly app: boolean }
  readonly person: Purpose & { readonly proof: string; readonly name: string }
  readonly access: { readonly proof: string }
  readonly 'new-pin': { readonly proof: string; readonly id: string }
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
  readonly refused: Reading & { readonly refusal: ProvePassportRefusal }
}

export type PassportAt = keyof PassportSteps
export type PassportStep = {
  readonly [Step in PassportAt]: { readonly step: Step } & PassportSteps[Step]
}[PassportAt]

const to = (step: PassportStep): Screen => ({ at: 'passport', ...step })
const nowhere = (): undefined => undefined

/** Where the way began. */
export function start({ again }: Purpose): Screen {
  return again?.pin === undefined ? { at: 'welcome' } : { at: 'forgotten-pin', id: again.pin }
}

/** What is proved is not undone by "back": from there it leads nowhere. */
const back: {
  readonly [Step in PassportAt]: (step: PassportSteps[Step]) => Screen | undefined
} = {
  before: start,
  reader: ({ again, next }) => to(next ?? { step: 'before', again }),
  helper: ({ again }) => to({ step: 'before', again }),
  'help-scan': () => ({ at: 'welcome' }),
  'help-before': () => ({ at: 'welcome' }),
  'help-done': nowhere,
  zone: ({ again, helping }) => (helping ? { at: 'welcome' } : to({ step: 'before', again })),
  typed: ({ again, helping }) => to({ step: 'zone', again, helping }),
  chip: ({ again, helping, typed, fields: [fields] }) =>
    to(
      typed && fields
        ? { step: 'typed', again, helping, fields }
        : { step: 'zone', again, helping },
    ),
  'face-before': nowhere,
  face: ({ again, proved, help }) => to({ step: 'face-before', again, proved, help }),
  left: nowhere,
  made: nowhere,
  person: nowhere,
  access: nowhere,
  'new-pin': nowhere,
  terms: nowhere,
  contacts: nowhere,
  'contact-code': ({ person }) => to({ step: 'contacts', person }),
  'user-id': ({ person }) => to({ step: 'contacts', person }),
  authenticators: ({ person }) => to({ step: 'user-id', person }),
  delivery: ({ person, userId, chosen }) => to({ step: 'authenticators', person, userId, chosen }),
  finish: ({ person, userId, chosen }) => to({ step: 'authenticators', person, userId, chosen }),
  ordered: nowhere,
  refused: start,
}

export function beforePassport(step: PassportStep): Screen | undefined {
  const leads = back[step.step] as (step: PassportStep) => Screen | undefined
  return leads(step)
}

/** The step at which a way that was left is taken up, by what the server says of it. */
export function takenUp(
  { proof, again }: Purpose & { readonly proof: string },
  standing: PassportStanding,
): PassportStep {
  switch (standing.at) {
    case 'person':
    case 'access':
      return { step: 'person', again, proof, name: standing.name }
    case 'made':
      return { step: 'made', proof, userId: standing.user_id, app: standing.app }
    default: {
      const { at, name, contacts, user_id: userId } = standing
      const checked = Object.fromEntries(contacts.map(({ channel, to }) => [channel, to]))
      const person = { proof, name, contacts: checked }
      if (at !== 'authenticators') return { step: at, person }
      return userId === undefined
        ? { step: 'user-id', person }
        : { step: 'authenticators', person, userId }
    }
  }
}
