/** The screen of the device that is open: it lights up, counts down, and goes out. */
import type { Language } from '@open-mitid/ui/wording'
import type { ShownCode } from '../../device.ts'
import { isLit } from '../../segments.ts'
import { spaced } from '../../spaced.ts'
import { words } from '../../words.ts'

export type Face = {
  readonly show: (shown: ShownCode) => void
  /** The code that is lit, where one is. */
  readonly lit: () => string | undefined
  /** Tells something else to those who do not see the screen. */
  readonly tell: (text: string) => void
}

export function faceOf(device: HTMLElement, language: Language): Face {
  const text = words[language].device
  const screen = device.querySelector<HTMLElement>('[data-screen]')
  const says = device.querySelector<HTMLElement>('[data-says]')
  const bars = [...device.querySelectorAll<HTMLElement>('[data-bar]')]
  const digits = [...device.querySelectorAll('svg g')]
  let code: string | undefined
  let timer = 0

  const tell = (said: string) => {
    if (says) says.textContent = said
  }
  const draw = () => {
    screen?.toggleAttribute('data-lit', code !== undefined)
    digits.forEach((digit, place) => {
      for (const segment of digit.querySelectorAll('[data-segment]'))
        segment.classList.toggle(
          'lit',
          isLit(code?.[place], segment.getAttribute('data-segment') ?? ''),
        )
    })
  }
  const count = (left: number, whole: number) => {
    const full = Math.ceil((left / whole) * bars.length)
    bars.forEach((bar, place) => {
      bar.toggleAttribute('data-full', place < full)
    })
  }
  const off = () => {
    window.clearInterval(timer)
    code = undefined
    draw()
    count(0, 1)
    tell(text.off)
  }
  return {
    tell,
    lit: () => code,
    show(shown) {
      window.clearInterval(timer)
      code = shown.code
      draw()
      tell(`${text.code(spaced(shown.code))}. ${text.left(String(shown.secondsLeft))}.`)
      const until = performance.now() + shown.secondsLeft * 1000
      const whole = Math.max(shown.secondsLeft, 30)
      const tick = () => {
        const left = (until - performance.now()) / 1000
        if (left <= 0) off()
        else count(left, whole)
      }
      tick()
      timer = window.setInterval(tick, 500)
    },
  }
}
