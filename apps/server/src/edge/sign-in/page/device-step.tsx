/** The way without an app: the password, and then the code of a device, with the whole text above it. */
import {
  Button,
  Checkbox,
  ErrorSummary,
  Field,
  Notice,
  Radios,
  StatusLine,
  type Language,
} from '@open-mitid/ui'
import { Details } from '@open-mitid/ui'
import type { OfferedDevice } from '@open-mitid/identity/sign-in'
import type { Display } from '@open-mitid/protocol'
import {
  closedWay,
  faultText,
  failures,
  type ClosedWay,
  type DeviceFault,
} from '../device-fault.ts'
import { deviceWords } from '../words/device-words.ts'
import { ownerWords } from '../words/owner-words.ts'
import { stepWords } from '../words/step-words.ts'
import { AskedText, hasText } from './asked-text.tsx'
import { OwnerOffer, OwnerStep, type OwnerFault } from './owner-step.tsx'
import { OtherWays, Who } from './way-step.tsx'

/** `devices` where the password is proved: those that take a code. */
export type ShownDevice = {
  way: 'device'
  fault?: DeviceFault | undefined
  proved?: { devices: readonly OfferedDevice[]; knownBrowser: boolean } | undefined
  /** A link to the owner has just let this browser on. */
  letOn?: boolean | undefined
  /** Such a link is on its way, and its code is asked for. */
  owner?: { fault?: OwnerFault } | undefined
}

/** Where a forgotten password is replaced, a device activated, a block lifted, and support found. */
export type DeviceHelp = Readonly<Record<'password' | 'activate' | 'centre' | 'support', string>>

type Props = {
  language: Language
  path: string
  shown: ShownDevice
  kind: keyof (typeof stepWords)['da']['asked']
  display: Display
  userIdAsked: boolean
  help: DeviceHelp
}

export function DeviceStep(props: Props) {
  const { language, path, shown } = props
  if (shown.owner) return <OwnerStep language={language} path={path} fault={shown.owner.fault} />
  const closed = closedWay(shown.fault)
  if (closed) return <ClosedStep {...props} closed={closed} />
  const codes = shown.proved && shown.proved.devices.length > 0 ? shown.proved : undefined
  return (
    <div class="stack" data-step="" data-watch={path} data-state="open" data-way="device">
      <Fault language={language} shown={shown} id={codes ? 'device-code' : 'password'} />
      {codes ? <CodeStep {...props} proved={codes} /> : <PasswordStep {...props} />}
    </div>
  )
}

const ways = { blocked: 'centre', 'no-device': 'activate', suspended: 'password' } as const

/** What happened, and what to do first; the app may serve all the same. */
function ClosedStep({
  language,
  path,
  userIdAsked,
  help,
  closed,
}: Props & { readonly closed: ClosedWay }) {
  const words = deviceWords[language].closed
  const { title, lead, go } = words[closed]
  return (
    <div class="stack" data-step="" data-watch={path} data-state="open" data-way="device">
      <h2>{title}</h2>
      <Notice kind="warn">
        <p>{lead}</p>
      </Notice>
      <ul>
        <li>
          <a href={help[ways[closed]]}>{go}</a>
        </li>
        <li>
          <a href={help.support}>{words.support}</a>
        </li>
      </ul>
      {closed === 'blocked' ? null : (
        <OtherWays language={language} path={path} way="device" appOnly={false} />
      )}
      {userIdAsked ? <Who language={language} path={path} inApp={false} /> : null}
    </div>
  )
}

function Fault({ language, shown, id }: { language: Language; shown: ShownDevice; id: string }) {
  const text = shown.fault && faultText(language, shown.fault)
  if (text === undefined) return null
  return (
    <div data-errors="">
      <ErrorSummary language={language} errors={[{ id, text }]} />
    </div>
  )
}

function PasswordStep({ language, path, shown, kind, display, userIdAsked, help }: Props) {
  const words = deviceWords[language]
  const error = shown.fault && faultText(language, shown.fault)
  const tries = failures(shown.fault)
  const unseen = shown.fault?.kind === 'browser-unseen'
  return (
    <>
      <h2>{words.password.title}</h2>
      {shown.letOn === true ? (
        <StatusLine state="done">{ownerWords[language].on}</StatusLine>
      ) : null}
      <p class="needs-script">{words.password.lead}</p>
      <noscript>
        <Notice kind="warn" title={words.way}>
          <p>{words.noScript}</p>
        </Notice>
      </noscript>
      <form
        class="stack needs-script"
        method="post"
        data-password={path}
        data-failures={tries}
        novalidate
      >
        <input type="text" autocomplete="username" data-user-id="" hidden />
        <Field
          name="password"
          unsent
          type="password"
          label={words.password.label}
          error={error}
          autocomplete="current-password"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          maxLength={200}
          required
        />
        <Checkbox name="show-password" label={words.password.show} />
        <Button data-working={words.password.working}>{words.password.send}</Button>
      </form>
      {tries >= 2 ? <Tips language={language} help={help} /> : null}
      {tries >= 2 || shown.fault?.kind === 'wait' || unseen ? (
        <OwnerOffer language={language} path={path} unseen={unseen} />
      ) : null}
      <OtherWays language={language} path={path} way="device" appOnly={false} />
      {hasText(display) ? (
        <Details summary={stepWords[language].asked[kind]}>
          <AskedText display={display} />
        </Details>
      ) : null}
      {userIdAsked ? <Who language={language} path={path} inApp={false} /> : null}
    </>
  )
}

function Tips({ language, help }: Pick<Props, 'language' | 'help'>) {
  const { tips } = deviceWords[language]
  return (
    <Notice kind="info" title={tips.title}>
      <ul>
        {tips.list.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
        <li>
          <a href={help.password}>{tips.forgotten}</a>
        </li>
        <li>
          <a href={help.support}>{tips.support}</a>
        </li>
      </ul>
    </Notice>
  )
}

type CodeProps = Props & { proved: NonNullable<ShownDevice['proved']> }

function CodeStep({ language, path, shown, kind, display, proved }: CodeProps) {
  const { code: words, question } = deviceWords[language]
  const { devices, knownBrowser } = proved
  const only = devices.length === 1 ? devices[0]?.kind : undefined
  const what = only ?? 'both'
  const error = shown.fault && faultText(language, shown.fault)
  const asks = hasText(display)
  return (
    <>
      {asks ? (
        <>
          <h2>{question[kind]}</h2>
          <AskedText display={display} />
          <p class="small">{words.read}</p>
          <h3>{words.title[what]}</h3>
        </>
      ) : (
        <h2>{words.title[what]}</h2>
      )}
      <p>{words.lead[what]}</p>
      <form class="stack" method="post" data-device-code={path} novalidate>
        <Devices language={language} devices={devices} />
        <Field
          name="device-code"
          unsent
          label={words.label}
          hint={words.hint}
          error={error}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
          required
        />
        {knownBrowser ? null : (
          <Checkbox name="remember" label={words.remember} hint={words.rememberHint} />
        )}
        <Button data-working={words.working}>{words.send[kind]}</Button>
      </form>
    </>
  )
}

/** The script reads from it what the code is to cover. */
function Devices({ language, devices }: { language: Language; devices: readonly OfferedDevice[] }) {
  const { code: words } = deviceWords[language]
  return (
    <>
      {devices.map(({ id, offerSha256 }) => (
        <input key={id} type="hidden" data-offer={offerSha256} data-device={id} />
      ))}
      {devices.length > 1 ? (
        <Radios
          name="device"
          legend={words.which}
          value={devices[0]?.id}
          options={devices.map(({ id, kind, serialEnd }) => ({
            value: id,
            label: words.device[kind](serialEnd),
          }))}
        />
      ) : null}
    </>
  )
}
