/** The helper's phone looks for the code on the phone of whoever is helped. */
import { parseAppLink } from '@open-mitid/protocol'
import { Actions, AppBar, AppFrame, Button, Notice } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { useHeading } from '../../app/use-heading.ts'
import { openQrReader } from '../../scan/reader.ts'
import type { SourceKind } from '../../scan/source.ts'
import { useScanner } from '../../scan/use-scanner.ts'
import { commonWords } from '../../words/common-words.ts'
import { helperWords } from '../../words/helper-words.ts'
import { scanWords } from '../../words/scan-words.ts'
import { CameraState } from './camera-state.tsx'
import { ChooseSource } from './choose-source.tsx'

export function HelpScanStep() {
  const { language, origin, go } = useApp()
  const words = helperWords[language]
  const [kind, setKind] = useState<SourceKind>('camera')
  const [foreign, setForeign] = useState(false)
  useHeading()

  const { state, video, again } = useScanner(kind, openQrReader, (text) => {
    const link = parseAppLink(text, origin)
    const found = link.ok && link.value.kind === 'help' ? link.value : undefined
    setForeign(!found)
    if (found) go({ at: 'passport', step: 'help-before', offer: found })
    return found !== undefined
  })

  return (
    <AppFrame
      bar={<AppBar language={language} onBack={() => history.back()} />}
      foot={
        state.at === 'stopped' ? (
          <Actions>
            <Button onClick={again}>{commonWords[language].tryAgain}</Button>
          </Actions>
        ) : undefined
      }
    >
      <h1>{words.scanTitle}</h1>
      <p>{words.scanText}</p>
      <div class={`camera ${state.at === 'looking' ? '' : 'camera-off'}`}>
        <video ref={video} muted playsInline aria-label={scanWords[language].picture} />
      </div>
      {foreign ? (
        <Notice kind="warn" live>
          <p>{words.otherCode}</p>
        </Notice>
      ) : (
        <CameraState
          state={state}
          kind={kind}
          looking={words.scanLooking}
          instead={words.scanInstead}
        />
      )}
      <ChooseSource
        kind={kind}
        camera="camera"
        onKind={setKind}
        title={scanWords[language].shareTitle}
      />
    </AppFrame>
  )
}
