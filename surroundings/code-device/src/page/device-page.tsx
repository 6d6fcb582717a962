/** One device as it lies in the hand: a key-ring display, or a reader with large digits. */
import type { Language } from '@open-mitid/ui'
import { serialText, type Device, type DeviceKind, type ShownCode } from '../device.ts'
import { Screen } from '../part/screen.tsx'
import { spaced } from '../spaced.ts'
import { words } from '../words.ts'
import { page } from './page.tsx'

export type DevicePage = {
  readonly language: Language
  readonly device: Device
  /** After a press where no script has run. */
  readonly shown?: ShownCode
}

export function devicePage(props: DevicePage): string {
  const { language, device } = props
  const text = words[language]
  const Face = faces[device.kind]
  return page({
    language,
    path: `/?serial=${device.serial}`,
    title: text.kinds[device.kind],
    children: (
      <>
        <h1>{text.kinds[device.kind]}</h1>
        <form
          method="post"
          action="/press"
          class={`device ${device.kind}`}
          data-device={device.kind}
          data-serial={device.serial}
        >
          <input type="hidden" name="serial" value={device.serial} />
          <Face {...props} />
        </form>
        <p>
          <a href="/">{text.back}</a>
        </p>
      </>
    ),
  })
}

const faces: Readonly<Record<DeviceKind, (props: DevicePage) => preact.JSX.Element>> = {
  'code-display': DisplayFace,
  'audio-reader': ReaderFace,
}

function DisplayFace({ language, device, shown }: DevicePage) {
  const text = words[language]
  return (
    <>
      <div class="key-ring" aria-hidden="true" />
      <div class="body">
        <span class="brand" aria-hidden="true">
          {text.kinds[device.kind]}
        </span>
        <Screen shown={shown} words={saysOf(language, shown)} />
        <button class="round-key" data-key="code">
          <span class="visually-hidden">{text.display.press}</span>
        </button>
        <p class="serial">{text.device.serial(serialText(device.serial))}</p>
      </div>
      <p class="how">{text.display.how}</p>
    </>
  )
}

const keys = ['code', 'again', 'volume', 'serial'] as const

function ReaderFace({ language, device, shown }: DevicePage) {
  const text = words[language]
  return (
    <>
      <div class="body">
        <div class="speaker" aria-hidden="true" />
        <Screen shown={shown} words={saysOf(language, shown)} />
        <div class="keys" role="group" aria-label={text.reader.keys}>
          {keys.map((key, place) => (
            <button
              key={key}
              type={key === 'code' ? 'submit' : 'button'}
              class={`wide-key key-${key}`}
              data-key={key}
              aria-keyshortcuts={String(place + 1)}
            >
              <span class="key-number" aria-hidden="true">
                {place + 1}
              </span>{' '}
              {text.reader[key]}
            </button>
          ))}
        </div>
        <p class="serial">{text.device.serial(serialText(device.serial))}</p>
      </div>
      <p class="how">{text.reader.how}</p>
      <noscript>
        <p class="how">{text.reader.needsScript}</p>
      </noscript>
    </>
  )
}

function saysOf(language: Language, shown: ShownCode | undefined): string {
  const text = words[language].device
  if (!shown) return text.off
  return `${text.code(spaced(shown.code))}. ${text.left(String(shown.secondsLeft))}.`
}
