/** A camera that sees what it is shown: in the page before its own scripts, and fed from the test. */
import type { Page } from 'playwright-core'

type Seeing = { readonly cameraSees: (url: string) => Promise<void> }

/** To be added as an init script: the page's cameras are this one. */
export function becomeCamera(): void {
  const canvas = document.createElement('canvas')
  canvas.width = 1280
  canvas.height = 720
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  let picture: HTMLImageElement | undefined
  const draw = () => {
    context.fillStyle = '#777'
    context.fillRect(0, 0, canvas.width, canvas.height)
    if (!picture) return
    const scale = Math.min(canvas.width / picture.width, canvas.height / picture.height)
    const [width, height] = [picture.width * scale, picture.height * scale]
    context.drawImage(
      picture,
      (canvas.width - width) / 2,
      (canvas.height - height) / 2,
      width,
      height,
    )
  }
  navigator.mediaDevices.getUserMedia = () => {
    draw()
    const stream = canvas.captureStream(15)
    const frames = setInterval(() => {
      if (stream.active) draw()
      else clearInterval(frames)
    }, 60)
    return Promise.resolve(stream)
  }
  const seeing: Seeing = {
    async cameraSees(url) {
      const next = new Image()
      next.src = url
      await next.decode()
      picture = next
    },
  }
  Object.assign(globalThis, seeing)
}

/** Shows a picture (PNG) to the camera of a page, and waits until a video in it has it. */
export async function see(page: Page, picture: Buffer): Promise<void> {
  const url = `data:image/png;base64,${picture.toString('base64')}`
  await page.evaluate((shown) => (globalThis as unknown as Seeing).cameraSees(shown), url)
  await page.evaluate(async () => {
    const video = document.querySelector('video')
    const frame = () =>
      new Promise<void>((resolve) => {
        const gone = setInterval(() => {
          if (!video?.isConnected) end()
        }, 50)
        const end = () => {
          clearInterval(gone)
          resolve()
        }
        video?.requestVideoFrameCallback(end)
      })
    // The frame that is on its way may still be of what was seen before. What finds what it seeks at
    // once has closed its camera by then.
    for (let frames = 0; video && frames < 4; frames += 1) await frame()
  })
}
