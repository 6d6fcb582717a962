/** The two lines at the foot of the data page, read by the camera: they open the chip. */
import { Actions, AppBar, AppFrame, Button, Notice } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { openZoneReader } from '../../scan/reader.ts'
import type { SourceKind } from '../../scan/source.ts'
import { useScanner } from '../../scan/use-scanner.ts'
import { commonWords } from '../../words/common-words.ts'
import { passportCameraWords } from '../../words/passport-camera-words.ts'
import { passportTold } from '../../words/passport-told.ts'
import { scanWords } from '../../words/scan-words.ts'
import { CameraState } from './camera-state.tsx'
import { ChooseSource } from './choose-source.tsx'
import { ReadingSteps } from './reading-steps.tsx'
import { useVoice } from './use-voice.ts'

export function ZoneStep({ wrong, again, helping }: PassportSteps['zone']) {
  const { language, go, say } = useApp()
  const words = passportCameraWords[language]
  const [kind, setKind] = useState<SourceKind>('camera')
  useHeading()
  useVoice(words.zoneText)

  const {
    state,
    video,
    again: scanAgain,
  } = useScanner(kind, openZoneReader, (fields) => {
    go({ at: 'passport', step: 'chip', again, helping, fields })
    say(words.zoneFound)
    return true
  })

  return (
    <AppFrame
      bar={<AppBar language={language} onBack={() => history.back()} />}
      foot={
        <Actions>
          {state.at === 'stopped' ? (
            <Button onClick={scanAgain}>{commonWords[language].tryAgain}</Button>
          ) : null}
          <Button
            look="ghost"
            onClick={() => go({ at: 'passport', step: 'typed', again, helping })}
          >
            {words.type}
          </Button>
        </Actions>
      }
    >
      <ReadingSteps step="zone" again={again} helping={helping} />
      <h1>{words.zoneTitle}</h1>
      {wrong ? (
        <Notice kind="warn">
          <p>{passportTold({ kind: 'chip', code: 'wrong-password' }, language)}</p>
        </Notice>
      ) : null}
      <p>{kind === 'screen' ? words.zoneShare : words.zoneText}</p>
      <div
        class={`camera camera-page ${kind === 'camera' ? 'camera-lines' : ''} ${state.at === 'looking' ? '' : 'camera-off'}`}
      >
        <video ref={video} muted playsInline aria-label={scanWords[language].picture} />
      </div>
      <CameraState
        state={state}
        kind={kind}
        looking={words.zoneLooking}
        instead={words.typeInstead}
      />
      <p class="small muted">{words.zoneHelp}</p>
      <ChooseSource kind={kind} camera="camera" onKind={setKind} />
    </AppFrame>
  )
}
