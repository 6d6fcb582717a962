/** A camera that sees what it is shown: in the page before its own scripts, and fed from the test. */
import { writeFile } from 'node:fs/promises'
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

/** A film (YUV4MPEG2, 4:2:0) of one picture that stands still, for the camera that a browser has itself. */
export async function filmOf(page: Page, picture: Buffer, file: string): Promise<void> {
  const url = `data:image/png;base64,${picture.toString('base64')}`
  const { width, height, planes } = await page.evaluate(async (shown) => {
    const image = new Image()
    image.src = shown
    await image.decode()
    const canvas = document.createElement('canvas')
    const [across, down] = [image.width, image.height]
    Object.assign(canvas, { width: across, height: down })
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, across, down)
    const bytes = new Uint8Array((across * down * 3) / 2)
    const part = (at: number, weights: readonly [number, number, number], base: number) =>
      base + weights.reduce((sum, weight, color) => sum + weight * (data[at * 4 + color] ?? 0), 0)
    for (let at = 0; at < across * down; at += 1) bytes[at] = part(at, [0.257, 0.504, 0.098], 16)
    const chroma = across * down
    for (let y = 0; y < down; y += 2)
      for (let x = 0; x < across; x += 2) {
        const to = chroma + (y / 2) * (across / 2) + x / 2
        bytes[to] = part(y * across + x, [-0.148, -0.291, 0.439], 128)
        bytes[to + chroma / 4] = part(y * across + x, [0.439, -0.368, -0.071], 128)
      }
    let binary = ''
    for (let at = 0; at < bytes.length; at += 8192)
      binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return { width: across, height: down, planes: btoa(binary) }
  }, url)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(planes, 'base64')])
  const head = `YUV4MPEG2 W${String(width)} H${String(height)} F10:1 Ip A1:1 C420\n`
  await writeFile(file, Buffer.concat([Buffer.from(head), frame, frame]))
}
