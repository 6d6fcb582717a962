/** On a computer: the camera, or a window that the app looks at. */
import { Button } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { canShowScreen, type SourceKind } from '../../scan/source.ts'
import { passportCameraWords } from '../../words/passport-camera-words.ts'
import { scanWords } from '../../words/scan-words.ts'

type Props = {
  kind: SourceKind
  camera: Exclude<SourceKind, 'screen'>
  onKind: (kind: SourceKind) => void
  /** What is sought in a window, where it is neither a passport's page nor a face. */
  title?: string
}

export function ChooseSource({ kind, camera, onKind, title }: Props) {
  const { language } = useApp()
  const words = scanWords[language]
  if (!canShowScreen()) return null
  if (kind === 'screen')
    return (
      <Button look="ghost" onClick={() => onKind(camera)}>
        {words.camera}
      </Button>
    )
  return (
    <div class="stack">
      <p class="share-question">{title ?? passportCameraWords[language].shareTitle[camera]}</p>
      <Button look="ghost" onClick={() => onKind('screen')}>
        {words.share}
      </Button>
    </div>
  )
}
