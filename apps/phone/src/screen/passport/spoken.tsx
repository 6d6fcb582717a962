/** Whether what to do is also said aloud, where the device has a voice. */
import { Checkbox } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { faceWords } from '../../words/face-words.ts'
import { hasVoice } from './use-voice.ts'

export function Spoken() {
  const { language, spoken, setSpoken } = useApp()
  const words = faceWords[language]
  if (!hasVoice()) return null
  return (
    <Checkbox
      name="spoken"
      label={words.spoken}
      hint={words.spokenHint}
      checked={spoken}
      onChecked={setSpoken}
    />
  )
}
