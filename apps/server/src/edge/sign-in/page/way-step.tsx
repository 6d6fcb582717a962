/** Step 2: how the request gets into the app. Three ways, one at a time; all lead to the same. */
import type { ComponentChildren } from 'preact'
import { Button, Details, StatusLine, TypedCode, type Language } from '@open-mitid/ui'
import type { Seconds } from '@open-mitid/kernel'
import type { Display } from '@open-mitid/protocol'
import type { Flow } from '@open-mitid/protocol'
import { ways, type Way } from '../way.ts'
import { deviceWords } from '../words/device-words.ts'
import { stepWords } from '../words/step-words.ts'
import { AskedText, hasText } from './asked-text.tsx'

/** What each way needs to be shown. `left` is in seconds. */
export type ShownWay =
  | { way: 'qr'; app: string; qid: string; secret: string; age: Seconds }
  | { way: 'code'; code: string; left: Seconds }
  | { way: 'same' }

type Props = {
  language: Language
  path: string
  shown: ShownWay
  kind: keyof (typeof stepWords)['da']['asked']
  display: Display
  /** False where the service named the person, and no user ID was asked for. */
  userIdAsked: boolean
  /** The service takes no other way. */
  appOnly: boolean
}

export function WayStep(props: Props) {
  const { language, path, shown, display } = props
  const words = stepWords[language]
  return (
    <div class="stack" data-step="" data-watch={path} data-state="open" data-way={shown.way}>
      <h2>{words[shown.way].title}</h2>
      <p>{words[shown.way].lead}</p>
      <Task language={language} path={path} shown={shown} />
      <div class="needs-script">
        <StatusLine>{words.states.open}</StatusLine>
      </div>
      <WithoutScript language={language} path={path} way={shown.way} />
      <OtherWays language={language} path={path} way={shown.way} appOnly={props.appOnly} />
      {hasText(display) ? (
        <Details summary={words.asked[props.kind]}>
          <AskedText display={display} />
        </Details>
      ) : null}
      {props.userIdAsked ? <Who language={language} path={path} inApp /> : null}
    </div>
  )
}

function Task({ language, path, shown }: Pick<Props, 'language' | 'path' | 'shown'>) {
  const words = stepWords[language]
  if (shown.way === 'qr') return <Qr language={language} shown={shown} />
  if (shown.way === 'code') return <Code language={language} path={path} shown={shown} />
  return (
    <form class="needs-script" method="post" action={`${path}/start`} data-open-app="">
      <Button>{words.same.open}</Button>
    </form>
  )
}

/** Drawn by the script, frame by frame; the secret never leaves this page. */
function Qr({ language, shown }: { language: Language; shown: ShownWay & { way: 'qr' } }) {
  return (
    <figure
      class="qr needs-script"
      data-qr=""
      data-app={shown.app}
      data-qid={shown.qid}
      data-secret={shown.secret}
      data-age={shown.age}
    >
      <svg
        class="qr-code"
        viewBox="0 0 49 49"
        role="img"
        aria-label={stepWords[language].qr.alt}
        shape-rendering="crispEdges"
      >
        <path fill="#000" d="" />
      </svg>
    </figure>
  )
}

type CodeProps = { language: Language; path: string; shown: ShownWay & { way: 'code' } }

function Code({ language, path, shown }: CodeProps) {
  const words = stepWords[language].code
  return (
    <div class="stack" data-code={shown.code} data-left={shown.left}>
      <TypedCode code={shown.code} />
      <p class="small muted" data-life="" data-ending={words.ending} data-ended={words.ended}>
        {words.life}
      </p>
      <div class="pair">
        <button
          type="button"
          class="button button-ghost needs-script"
          data-copy=""
          data-copied={words.copied}
        >
          {words.copy}
        </button>
        <form method="post" action={`${path}/code`} data-send="">
          <Button look="ghost">{words.renew}</Button>
        </form>
      </div>
    </div>
  )
}

type OtherWaysProps = { language: Language; path: string; way: Way; appOnly: boolean }

/** One button a way. The app on this device is offered where there is a finger to open it with. */
export function OtherWays({ language, path, way, appOnly }: OtherWaysProps) {
  const words = { ...stepWords[language].ways, device: deviceWords[language].way }
  const others = ways.filter((other) => other !== way && !(appOnly && other === 'device'))
  return (
    <form class="other-ways needs-script" method="post" action={`${path}/way`} data-send="">
      {others.map((other) => (
        <button
          key={other}
          type="submit"
          name="way"
          value={other}
          class={`link-button${other === 'same' ? ' touch-only' : ''}`}
        >
          {words[other]}
        </button>
      ))}
    </form>
  )
}

/** Without a script the typed code does it all, and the person says when the app has approved. */
function WithoutScript({ language, path, way }: { language: Language; path: string; way: Flow }) {
  const words = stepWords[language]
  const isCode = way === 'code'
  return (
    <noscript>
      <form class="stack" method={isCode ? 'get' : 'post'} action={isCode ? path : `${path}/way`}>
        <p>{isCode ? words.without.lead : words.qr.noScript}</p>
        <input type="hidden" name="way" value="code" />
        <Button>{isCode ? words.without.go : words.ways.code}</Button>
      </form>
    </noscript>
  )
}

type WhoProps = { language: Language; path: string; inApp: boolean }

/** The user ID typed in this tab, filled in by the script: a slip is the commonest trouble. */
export function Who({ language, path, inApp }: WhoProps): ComponentChildren {
  const words = stepWords[language]
  return (
    <div class="who small">
      <p data-who="" hidden>
        {words.yourUserId} <b data-who-name="" />{' '}
        <a href={`${path}?step=user-id`}>{words.changeUserId}</a>
      </p>
      {inApp ? <p class="muted">{words.check}</p> : null}
    </div>
  )
}
