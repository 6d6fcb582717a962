/** What is happening with a camera or a window that is shown, and what to do where nothing is seen. */
import { Notice, StatusLine } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import type { SourceKind } from '../../scan/source.ts'
import type { ScanState } from '../../scan/use-scanner.ts'
import { passportCameraWords } from '../../words/passport-camera-words.ts'
import { scanWords } from '../../words/scan-words.ts'

type Props = {
  state: ScanState
  kind: SourceKind
  /** What is going on while there is a picture. */
  looking: string
  /** How to go on without a picture. */
  instead: string
}

export function CameraState({ state, kind, looking, instead }: Props) {
  const { language } = useApp()
  const words = scanWords[language]
  const { refused, none } = passportCameraWords[language]
  switch (state.at) {
    case 'idle':
    case 'opening':
      return <StatusLine state="working">{words.opening}</StatusLine>
    case 'looking':
      return <StatusLine>{looking}</StatusLine>
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
        return `${kind === 'screen' ? refused.screen : refused.camera} ${instead}`
      case 'none':
        return `${none} ${instead}`
      case 'in-use':
        return words.inUse
      case 'ended':
        return words.stopped
    }
  }
}
