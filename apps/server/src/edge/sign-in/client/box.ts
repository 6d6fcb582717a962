/**
 * The script of the MitID box. Every page works as plain forms and links; this adds what a person
 * would miss without it: the QR code, the live state, and steps that change without a new page.
 */
import { showCode } from './part/code.ts'
import { changeOwn } from './part/change.ts'
import { askCode, askPassword } from './part/device.ts'
import { drawQr } from './part/qr.ts'
import { finish } from './part/finish.ts'
import { followTime } from './part/time-left.ts'
import { openApp } from './part/open-app.ts'
import { chooseWay, rememberUserId, tellUserId } from './part/remember.ts'
import { sendForms, type Arrive } from './part/step.ts'
import { watchStep, watchWhenSeen } from './part/watch.ts'

/** Starts what a part of the page does, and answers how to stop it when the part leaves. */
type Part = (element: HTMLElement, arrive: Arrive) => (() => void) | undefined

const parts: readonly (readonly [selector: string, start: Part])[] = [
  ['[data-user-id-form]', rememberUserId],
  ['[data-way]', chooseWay],
  ['[data-who]', tellUserId],
  ['[data-password]', askPassword],
  ['[data-device-code]', askCode],
  ['[data-change]', changeOwn],
  ['[data-qr]', drawQr],
  ['[data-code]', showCode],
  ['[data-open-app]', openApp],
  ['div[data-time-left]', followTime],
  ['[data-finish]', finish],
]

let stops: (() => void)[] = []

function start(): void {
  for (const stop of stops) stop()
  stops = []
  for (const [selector, part] of parts) {
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      const stop = part(element, arrive)
      if (stop) stops.push(stop)
    }
  }
  watchStep(arrive)
}

/** A new step stands on the screen: it starts, and the reader is taken to its heading. */
function arrive(box?: Element, title?: string): void {
  if (box) document.querySelector('.box-page')?.replaceWith(box)
  if (title) document.title = title
  start()
  const errors = document.querySelector<HTMLElement>('[data-errors]')
  const goal = errors ?? document.querySelector<HTMLElement>('#main h2')
  goal?.setAttribute('tabindex', '-1')
  goal?.focus()
}

sendForms(arrive)
watchWhenSeen(arrive)
start()
// A page that the browser kept aside shows a state long gone.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
