/** The QR code of the other screen, by camera; or, on a computer, by looking at a shown window. */
import { parseAppLink } from '@open-mitid/protocol'
import { Actions, AppBar, AppFrame, Button, Notice, StatusLine } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import { secretOf } from '../app/first-screen.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { hasLight, setLight } from '../scan/light.ts'
import { openQrReader } from '../scan/reader.ts'
import { canShowScreen, type SourceKind } from '../scan/source.ts'
import { useScanner, type ScanState } from '../scan/use-scanner.ts'
import { commonWords } from '../words/common-words.ts'
import { scanWords } from '../words/scan-words.ts'

type Kind = Exclude<SourceKind, 'face'>

export function Scan({ id }: Screens['scan']) {
  const app = useApp()
  const { language, origin, go } = app
  const words = scanWords[language]
  const [kind, setKind] = useState<Kind>('camera')
  const [foreign, setForeign] = useState(false)
  const [light, shine] = useState(false)
  useHeading()

  const { state, video, again } = useScanner(kind, openQrReader, (text) => {
    const link = parseAppLink(text, origin)
    const secret = link.ok ? secretOf(link.value) : undefined
    setForeign(secret === undefined)
    if (secret) go({ at: 'claiming', id, secret })
    return secret !== undefined
  })
  const { stream } = state.at === 'looking' ? state : {}
  const openAgain = (next: Kind) => {
    setForeign(false)
    if (next === kind) again()
    else setKind(next)
  }

  return (
    <AppFrame
      bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
      foot={
        <Actions>
          {state.at === 'stopped' ? (
            <Button onClick={() => openAgain(kind)}>{commonWords[language].tryAgain}</Button>
          ) : null}
          <Button look="ghost" onClick={() => go({ at: 'type-code', id })}>
            {words.type}
          </Button>
        </Actions>
      }
    >
      <h1>{words.title}</h1>
      <p>{kind === 'camera' ? words.text : words.shareText}</p>
      <div class={`camera ${state.at === 'looking' ? '' : 'camera-off'} camera-${kind}`}>
        <video ref={video} muted playsInline aria-label={words.picture} />
        {stream && hasLight(stream) ? (
          <Button
            look="ghost"
            aria-pressed={light}
            onClick={() => {
              void setLight(stream, !light).then(() => shine(!light))
            }}
          >
            {words.light}
          </Button>
        ) : null}
      </div>
      <How state={state} kind={kind} foreign={foreign} />
      {canShowScreen() ? (
        <div class="stack">
          {kind === 'camera' ? (
            <>
              <p class="share-question">{words.shareTitle}</p>
              <p class="small muted">{words.shareText}</p>
              <Button look="ghost" onClick={() => openAgain('screen')}>
                {words.share}
              </Button>
            </>
          ) : (
            <Button look="ghost" onClick={() => openAgain('camera')}>
              {words.camera}
            </Button>
          )}
        </div>
      ) : null}
    </AppFrame>
  )
}

type HowProps = { state: ScanState; kind: Kind; foreign: boolean }

/** What is happening with the picture, and what to do where there is none. */
function How({ state, kind, foreign }: HowProps) {
  const words = scanWords[useApp().language]
  switch (state.at) {
    case 'idle':
    case 'opening':
      return <StatusLine state="working">{words.opening}</StatusLine>
    case 'looking':
      if (foreign)
        return (
          <Notice kind="warn" live>
            <p>{words.notOurs}</p>
          </Notice>
        )
      return <StatusLine>{kind === 'camera' ? words.looking : words.sharing}</StatusLine>
    case 'stopped':
      return (
        <Notice kind="warn" live>
          <p>{reason(state.why)}</p>
        </Notice>
      )
  }

  function reason(why: Extract<ScanState, { at: 'stopped' }>['why']): string {
    switch (why) {
      case 'refused':
        return words.refused[kind]
      case 'none':
        return words.none
      case 'in-use':
        return words.inUse
      case 'ended':
        return words.stopped
    }
  }
}
