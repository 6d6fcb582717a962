/** Draws the QR code: a new frame every two seconds, made here from the secret of this page. */
import { fromBase64url } from '@open-mitid/kernel'
import { frameAt, frameSpan, Qid, qrFrame, qrLink } from '@open-mitid/protocol'
import encodeQR from 'qr'

/** ISO/IEC 18004: the light zone around a code, in modules. */
const quietZone = 4

export function drawQr(figure: HTMLElement): (() => void) | undefined {
  const { app, age } = figure.dataset
  const qid = Qid.parse(figure.dataset['qid'])
  const secret = fromBase64url(figure.dataset['secret'] ?? '')
  const picture = figure.querySelector('svg')
  if (app === undefined || !qid || !secret || !picture) return undefined
  const openedAt = Date.now() / 1000 - Number(age)
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    const t = frameAt(openedAt, Date.now() / 1000)
    const link = qrLink(app, qrFrame(secret, qid, t))
    paint(picture, encodeQR(link, 'raw', { ecc: 'low', border: quietZone }))
    figure.dataset['drawn'] = link
    const untilNext = openedAt + (t + 1) * frameSpan - Date.now() / 1000
    timer = setTimeout(draw, Math.max(50, untilNext * 1000))
  }
  draw()
  return () => {
    clearTimeout(timer)
  }
}

/** One path for all dark modules, a run of neighbours at a time. */
function paint(picture: SVGSVGElement, modules: readonly (readonly boolean[])[]): void {
  let path = ''
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      const from = x
      while (row[x]) x += 1
      if (x > from) path += `M${String(from)} ${String(y)}h${String(x - from)}v1H${String(from)}z`
    }
  })
  const side = String(modules.length)
  picture.setAttribute('viewBox', `0 0 ${side} ${side}`)
  picture.querySelector('path')?.setAttribute('d', path)
}
