/** Says aloud what is to be done, where the device has a voice (Web Speech §5.2). */
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app.ts'

export function hasVoice(): boolean {
  return 'speechSynthesis' in globalThis
}

/** The newest sentence silences the one before; leaving the screen silences all. */
export function useVoice(sentence: string | undefined): void {
  const { language, spoken: on } = useApp()
  useEffect(() => {
    if (!on || sentence === undefined || !hasVoice()) return
    const spoken = new SpeechSynthesisUtterance(sentence)
    spoken.lang = language === 'da' ? 'da-DK' : 'en-GB'
    speechSynthesis.speak(spoken)
    return () => speechSynthesis.cancel()
  }, [sentence, language, on])
}
