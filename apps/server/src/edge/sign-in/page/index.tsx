/** Every page of the box: a view becomes a document. */
import type { Language } from '@open-mitid/ui'
import type { Seconds } from '@open-mitid/kernel'
import type { ApprovalKind, Display } from '@open-mitid/protocol'
import type { OwnChangeRefusal, OwnChangeView } from '@open-mitid/identity/sign-in'
import type { BoxAssets } from '../assets.ts'
import type { DeadEnd, Ending } from '../ending.ts'
import type { UserIdFault } from '../typed-user-id.ts'
import { endingWords } from '../words/ending-words.ts'
import { knownWords } from '../words/known-words.ts'
import { ownerWords } from '../words/owner-words.ts'
import { stepWords } from '../words/step-words.ts'
import { ApprovedStep, ClaimedStep, ReadySteps } from './app-steps.tsx'
import { boxPage } from './box-page.tsx'
import { ChangeOverStep, ChangeStep } from './change-step.tsx'
import { CancelStep } from './cancel-step.tsx'
import { DeviceStep, type DeviceHelp, type ShownDevice } from './device-step.tsx'
import { EndingStep } from './ending-step.tsx'
import { HelpStep } from './help-step.tsx'
import { KnownStep, type KnownState } from './known-step.tsx'
import { OwnerPageStep, type OwnerPageState } from './owner-step.tsx'
import { ReturnStep } from './return-step.tsx'
import { UserIdStep } from './user-id-step.tsx'
import { WayStep, type ShownWay } from './way-step.tsx'

export type { OwnerFault, OwnerPageState } from './owner-step.tsx'

export type Shown = ShownWay | ShownDevice

/** What is the same on every page that this server sends to this person. */
export type Reader = {
  readonly language: Language
  readonly schemeName: string
  readonly assets: BoxAssets
}

/** A sign-in as its page shows it. */
export type BoxView = {
  /** `/sign-in/sgn_…` */
  readonly path: string
  readonly service: { readonly name: string; readonly domain: string }
  /** Where the provider takes the browser on to the service; absent where it cannot any more. */
  readonly onward: string | undefined
  readonly kind: ApprovalKind
  readonly display: Display
  readonly step: Step
  /** Where a forgotten password is replaced, and where support is. */
  readonly help: DeviceHelp
}

/** `left` is the time until the step ends by itself, in seconds. */
export type Step =
  | {
      readonly name: 'user-id'
      readonly left: Seconds
      readonly hint?: string | undefined
      readonly fault?: UserIdFault | undefined
    }
  | {
      readonly name: 'way'
      readonly left: Seconds
      /** From now to the end of the whole sign-in. */
      readonly whole: Seconds
      readonly shown: Shown
      readonly userIdAsked: boolean
      readonly appOnly: boolean
    }
  | { readonly name: 'claimed'; readonly left: Seconds; readonly sameDevice: boolean }
  | { readonly name: 'approved' }
  | { readonly name: 'ended'; readonly ending: Ending }
  | { readonly name: 'change'; readonly change: OwnChangeView }
  | { readonly name: 'change-over'; readonly why: OwnChangeRefusal['kind'] }
  | { readonly name: 'help' | 'cancel'; readonly left: Seconds; readonly state: string }

export function renderBox(reader: Reader, view: BoxView): string {
  const { path, service, kind, step } = view
  const title = stepWords[reader.language].heads[kind](service.name)
  return boxPage({
    ...reader,
    title,
    domain: service.domain,
    here: addressOf(view),
    ...('left' in step ? { under: waysOut(path, step) } : {}),
    children: <StepOf language={reader.language} view={view} />,
  })
}

export function renderDeadEnd(reader: Reader, ending: DeadEnd): string {
  return boxPage({
    ...reader,
    title: endingWords[reader.language].head,
    children: <EndingStep language={reader.language} ending={ending} />,
  })
}

export function renderReturn(reader: Reader): string {
  return boxPage({
    ...reader,
    title: endingWords[reader.language].returning.head,
    script: 'return',
    children: <ReturnStep language={reader.language} />,
  })
}

export function renderKnown(reader: Reader, state: KnownState, help: string): string {
  const { language } = reader
  return boxPage({
    ...reader,
    title: knownWords[language].head,
    script: 'browser',
    children: <KnownStep language={language} state={state} help={help} />,
  })
}

export function renderOwnerPage(reader: Reader, state: OwnerPageState): string {
  const { language } = reader
  return boxPage({
    ...reader,
    title: ownerWords[language].page.head,
    script: 'browser',
    children: <OwnerPageStep language={language} state={state} />,
  })
}

function waysOut(path: string, step: Step & { left: Seconds }) {
  const leadTo = (name: 'help' | 'cancel') => (step.name === name ? undefined : `${path}/${name}`)
  return { cancel: leadTo('cancel'), help: leadTo('help'), left: step.left }
}

/** The address that shows this step again. */
function addressOf({ path, step }: BoxView): string {
  if (step.name === 'help' || step.name === 'cancel') return `${path}/${step.name}`
  if (step.name !== 'way') return path
  const { shown } = step
  const link = shown.way === 'device' && shown.owner ? '&link=asked' : ''
  return `${path}?way=${shown.way}${link}`
}

function StepOf({ language, view }: { language: Language; view: BoxView }) {
  const { path, service, kind, display, step, help } = view
  switch (step.name) {
    case 'user-id':
      return <UserIdStep {...step} {...{ language, path, display }} />
    case 'way':
      return (
        <>
          {step.shown.way === 'device' ? (
            <DeviceStep {...step} shown={step.shown} {...{ language, path, kind, display, help }} />
          ) : (
            <WayStep {...step} shown={step.shown} {...{ language, path, kind, display }} />
          )}
          <ReadySteps
            {...{ language, path }}
            service={service.name}
            way={step.shown.way}
            left={step.whole}
          />
        </>
      )
    case 'claimed':
      return <ClaimedStep language={language} path={path} sameDevice={step.sameDevice} />
    case 'approved':
      return <ApprovedStep language={language} path={path} service={service.name} />
    case 'help':
      return <HelpStep language={language} path={path} state={step.state} />
    case 'cancel':
      return (
        <CancelStep language={language} path={path} state={step.state} service={service.name} />
      )
    case 'change':
      return <ChangeStep language={language} path={path} change={step.change} />
    case 'change-over':
      return <ChangeOverStep language={language} why={step.why} website={help.password} />
    case 'ended': {
      const back =
        view.onward === undefined ? undefined : { href: view.onward, service: service.name }
      return <EndingStep language={language} ending={step.ending} back={back} />
    }
  }
}
