/** The device that is open in this window: its keys, its screen, and the reader's voice. */
import './device.css'
import { isLanguage } from '@open-mitid/ui/wording'
import type { ShownCode } from '../device.ts'
import { digitsOf, type Saying } from '../said.ts'
import { words } from '../words.ts'
import { faceOf } from './part/face.ts'
import { openVoice, type Voice } from './part/voice.ts'

const form = document.querySelector<HTMLFormElement>('[data-device]')
if (form) switchOn(form)

function switchOn(device: HTMLFormElement): void {
  const { lang } = document.documentElement
  const language = isLanguage(lang) ? lang : 'da'
  const serial = device.dataset['serial'] ?? ''
  const face = faceOf(device, language)
  const reader = device.dataset['device'] === 'audio-reader' ? openVoice(language) : undefined
  const keys = reader ? readerKeys(reader) : { code: showCode }

  device.addEventListener('submit', (event) => {
    event.preventDefault()
  })
  for (const [name, press] of Object.entries(keys))
    device.querySelector(`[data-key="${name}"]`)?.addEventListener('click', () => {
      press()
    })
  document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, repeat }) => {
    if (ctrlKey || metaKey || altKey || repeat) return
    const name = Object.keys(keys)[Number(key) - 1]
    device.querySelector<HTMLElement>(`[data-key="${name ?? ''}"]`)?.click()
  })

  function showCode(): void {
    newCode().then(face.show, () => {
      face.tell(words[language].problems.fault.text)
    })
  }

  function readerKeys(voice: Voice) {
    const loudest = 4
    let level = 3
    const say = (sayings: readonly Saying[], slow = false) => {
      voice.say(sayings, { slow, volume: level / loudest })
    }
    return {
      code: () => {
        newCode().then(
          (shown) => {
            face.show(shown)
            say(['code', ...digitsOf(shown.code)])
          },
          () => {
            face.tell(words[language].problems.fault.text)
            say(['fault'])
          },
        )
      },
      again: () => {
        const lit = face.lit()
        if (lit === undefined) say(['press'])
        else say(['again', ...digitsOf(lit)], true)
      },
      volume: () => {
        level = (level % loudest) + 1
        face.tell(words[language].reader.at(String(level)))
        say(['volume', ...digitsOf(String(level))])
      },
      serial: () => {
        face.tell(words[language].device.serial(serial))
        say(['serial', ...digitsOf(serial)], true)
      },
    }
  }

  async function newCode(): Promise<ShownCode> {
    const answer = await fetch('/press', {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams({ serial }),
    })
    if (!answer.ok) throw new Error(`the device answered ${String(answer.status)}`)
    return (await answer.json()) as ShownCode
  }
}
