/**
 * The reader's voice: one that the browser has on this very machine, or else the recorded sounds. A
 * voice that lives on somebody's server would be told the code, and is not used.
 */
import type { Language } from '@open-mitid/ui/wording'
import { said, soundPath, type Saying } from '../../said.ts'

type Manner = {
  readonly slow: boolean
  /** 0 to 1. */
  readonly volume: number
}

export type Voice = {
  /** Ends what is being said, and says this. */
  readonly say: (sayings: readonly Saying[], manner: Manner) => void
}

/** Between two digits, in milliseconds. */
const rest = { usual: 250, slow: 900 }
/** Until a voice must have begun, in milliseconds. */
const patience = 1_500

export function openVoice(language: Language): Voice {
  const sounds = openSounds(language)
  // The list of voices is loaded when it is asked for the first time.
  ownVoice(language)
  let turn = 0
  let isMute = false

  async function sayAll(sayings: readonly Saying[], manner: Manner): Promise<void> {
    turn += 1
    const mine = turn
    const voice = isMute ? undefined : ownVoice(language)
    sounds.hush()
    if (voice) window.speechSynthesis.cancel()
    for (const saying of sayings) {
      if (mine !== turn) return
      const isSaid = voice && !isMute && (await speak(voice, said[language][saying], manner))
      if (mine !== turn) return
      isMute ||= voice !== undefined && !isSaid
      if (!isSaid) await sounds.play(saying, manner.volume)
      await pause(manner.slow ? rest.slow : rest.usual)
    }
  }

  return {
    say(sayings, manner) {
      sayAll(sayings, manner).catch(() => undefined) // What cannot be said stands on the screen.
    },
  }
}

function ownVoice(language: Language): SpeechSynthesisVoice | undefined {
  const voices = 'speechSynthesis' in window ? window.speechSynthesis.getVoices() : []
  return voices.find(({ lang, localService }) => localService && lang.startsWith(language))
}

/** Whether it was said: some systems name voices that never begin. */
function speak(voice: SpeechSynthesisVoice, text: string, { slow, volume }: Manner) {
  return new Promise<boolean>((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text)
    Object.assign(utterance, { voice, lang: voice.lang, volume, rate: slow ? 0.7 : 0.9 })
    const timer = window.setTimeout(() => {
      window.speechSynthesis.cancel()
      resolve(false)
    }, patience)
    utterance.onstart = () => {
      window.clearTimeout(timer)
    }
    utterance.onend = () => {
      window.clearTimeout(timer)
      resolve(true)
    }
    utterance.onerror = () => {
      window.clearTimeout(timer)
      resolve(false)
    }
    window.speechSynthesis.speak(utterance)
  })
}

function openSounds(language: Language) {
  let context: AudioContext | undefined
  let playing: AudioBufferSourceNode | undefined
  const files = new Map<Saying, Promise<ArrayBuffer>>()
  for (const saying of Object.keys(said[language]) as Saying[])
    files.set(
      saying,
      fetch(`/client/${soundPath(language, saying)}`).then((answer) => answer.arrayBuffer()),
    )
  for (const file of files.values()) file.catch(() => undefined)
  return {
    hush() {
      playing?.stop()
    },
    async play(saying: Saying, volume: number): Promise<void> {
      context ??= new AudioContext()
      await context.resume()
      const bytes = await files.get(saying)
      if (!bytes) return
      const source = context.createBufferSource()
      // A copy: what is decoded is taken over.
      source.buffer = await context.decodeAudioData(bytes.slice(0))
      const gain = context.createGain()
      gain.gain.value = volume
      source.connect(gain).connect(context.destination)
      playing = source
      await new Promise<void>((resolve) => {
        source.onended = () => {
          playing = undefined
          resolve()
        }
        source.start()
      })
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    window.setTimeout(resolve, ms)
  })
}
