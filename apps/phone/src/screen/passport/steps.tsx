/** A MitID by passport, one step at a time, out of one full table. */
import type { ComponentType } from 'preact'
import type { PassportAt, PassportStep, PassportSteps } from '../../app/passport-step.ts'
import { AccessStep } from './access-step.tsx'
import { AuthenticatorsStep } from './authenticators-step.tsx'
import { BeforePassport } from './before-passport.tsx'
import { ChipStep } from './chip-step.tsx'
import { ContactCodeStep } from './contact-code-step.tsx'
import { ContactsStep } from './contacts-step.tsx'
import { DeliveryStep } from './delivery-step.tsx'
import { FaceBefore } from './face-before.tsx'
import { FaceStep } from './face-step.tsx'
import { FinishStep } from './finish-step.tsx'
import { HelpBeforeStep } from './help-before-step.tsx'
import { HelpDoneStep } from './help-done-step.tsx'
import { HelpScanStep } from './help-scan-step.tsx'
import { HelperStep } from './helper-step.tsx'
import { LeftStep } from './left-step.tsx'
import { MadeStep } from './made-step.tsx'
import { NewPinStep } from './new-pin-step.tsx'
import { OrderedStep } from './ordered-step.tsx'
import { PersonStep } from './person-step.tsx'
import { ReaderStep } from './reader-step.tsx'
import { RefusedStep } from './refused-step.tsx'
import { TermsStep } from './terms-step.tsx'
import { TypedStep } from './typed-step.tsx'
import { UserIdStep } from './user-id-step.tsx'
import { ZoneStep } from './zone-step.tsx'

const steps: { readonly [Step in PassportAt]: ComponentType<PassportSteps[Step]> } = {
  before: BeforePassport,
  reader: ReaderStep,
  helper: HelperStep,
  'help-scan': HelpScanStep,
  'help-before': HelpBeforeStep,
  'help-done': HelpDoneStep,
  zone: ZoneStep,
  typed: TypedStep,
  chip: ChipStep,
  'face-before': FaceBefore,
  face: FaceStep,
  left: LeftStep,
  made: MadeStep,
  person: PersonStep,
  access: AccessStep,
  'new-pin': NewPinStep,
  terms: TermsStep,
  contacts: ContactsStep,
  'contact-code': ContactCodeStep,
  'user-id': UserIdStep,
  authenticators: AuthenticatorsStep,
  delivery: DeliveryStep,
  finish: FinishStep,
  ordered: OrderedStep,
  refused: RefusedStep,
}

export function Steps({ step, ...known }: PassportStep) {
  const Shown = steps[step] as ComponentType<typeof known>
  return <Shown {...known} />
}
