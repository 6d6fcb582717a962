/** Whether what to do is also said aloud, where the device has a voice. */
import { Checkbox } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { faceWords } from '../../words/face-words.ts'
import { voiceOf } from './use-voice.ts'

export function Spoken() {
  const { language, spoken, setSpoken, shell } = useApp()
  const words = faceWords[language]
  if (!voiceOf(shell)) return null
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
