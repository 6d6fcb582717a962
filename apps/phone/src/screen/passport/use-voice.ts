/** Says aloud what is to be done, where the device has a voice (Web Speech §5.2). */
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { Shell } from '../../core/index.ts'

type Voice = {
  readonly say: (sentence: string, language: string) => void
  readonly hush: () => void
}

/** Undefined where the device has none. A window in a shell has none of its own. */
export function voiceOf(shell: Shell | undefined): Voice | undefined {
  if (shell?.offers.has('voice')) return voiceOfShell(shell)
  return 'speechSynthesis' in globalThis ? voiceOfBrowser : undefined
}

/** The newest sentence silences the one before; leaving the screen silences all. */
export function useVoice(sentence: string | undefined): void {
  const { language, spoken: on, shell } = useApp()
  useEffect(() => {
    const voice = on ? voiceOf(shell) : undefined
    if (!voice || sentence === undefined) return
    voice.say(sentence, language === 'da' ? 'da-DK' : 'en-GB')
    return voice.hush
  }, [sentence, language, on, shell])
}

const voiceOfBrowser: Voice = {
  say(sentence, language) {
    const spoken = new SpeechSynthesisUtterance(sentence)
    spoken.lang = language
    speechSynthesis.speak(spoken)
  },
  hush: () => speechSynthesis.cancel(),
}

/** What could not be said stands on the screen too. */
function voiceOfShell(shell: Shell): Voice {
  const ask = (call: Parameters<Shell['ask']>[0]) => void shell.ask(call).catch(() => undefined)
  return {
    say: (sentence, language) => ask({ do: 'say', language, sentence }),
    hush: () => ask({ do: 'hush' }),
  }
}
