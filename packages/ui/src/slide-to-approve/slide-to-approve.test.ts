import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openGallery, type Gallery } from '../../gallery/testing/open-gallery.ts'

const patience = 30_000
let gallery: Gallery
let page: Page
let handle: Locator

beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery.close())
afterEach(() => page.context().close())
beforeEach(async () => {
  page = await gallery.show('?language=en', { viewport: { width: 390, height: 844 } })
  handle = page.locator('#slide-ready').getByRole('slider')
  await handle.scrollIntoViewIfNeeded()
}, patience)

const approvals = async () => Number(await page.locator('#approvals').textContent())
const value = () => handle.getAttribute('aria-valuenow')
const said = () => page.locator('#slide-ready').getByRole('status').textContent()

async function dragTo(share: number): Promise<void> {
  const box = await handle.boundingBox()
  const track = await page.locator('#slide-ready .slide-track').boundingBox()
  if (!box || !track) throw new Error('The slider is not shown.')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + share * (track.width - box.width), y, { steps: 6 })
}

test('Dragged to the end and released, it approves once', async () => {
  await dragTo(1)
  expect(await approvals()).toBe(0)
  await page.mouse.up()
  await expect.poll(approvals).toBe(1)
})

test('Released early, it returns and approves nothing', async () => {
  await dragTo(0.8)
  expect(Number(await value())).toBeGreaterThan(70)
  await page.mouse.up()
  await expect.poll(value).toBe('0')
  expect(await approvals()).toBe(0)
  expect(await said()).toBe('')
})

test('Dragged back from the end before the release, it approves nothing', async () => {
  await dragTo(1)
  const box = await handle.boundingBox()
  await page.mouse.move((box?.x ?? 0) - 150, box?.y ?? 0, { steps: 4 })
  await page.mouse.up()
  await expect.poll(value).toBe('0')
  expect(await approvals()).toBe(0)
})

test('Arrow keys move it and approve at the end; End alone does not', async () => {
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(value).toBe('10')
  await page.keyboard.press('Home')
  await expect.poll(value).toBe('0')
  await page.keyboard.press('End')
  await expect.poll(value).toBe('90')
  expect(await approvals()).toBe(0)
  await page.keyboard.press('ArrowRight')
  await expect.poll(approvals).toBe(1)
})

test.each(['Enter', 'Space'])('%s held down fills it and approves once', async (key) => {
  await handle.focus()
  await page.keyboard.down(key)
  await expect.poll(approvals, { timeout: 10_000 }).toBe(1)
  await page.keyboard.up(key)
  expect(await approvals()).toBe(1)
})

test('Enter held and let go too early returns it', async () => {
  await handle.focus()
  await page.keyboard.down('Enter')
  await expect.poll(async () => Number(await value()), { interval: 10 }).toBeGreaterThan(40)
  await page.keyboard.up('Enter')
  await expect.poll(value).toBe('0')
  expect(await approvals()).toBe(0)
  expect(await said()).toBe('')
})

test('WCAG 2.2 §2.5.7: one activation asks once more, a second one approves', async () => {
  await handle.click()
  await expect.poll(said).toBe('Activate again to approve')
  expect(await approvals()).toBe(0)
  await handle.click()
  await expect.poll(approvals).toBe(1)
})

test('A click without a pointer, as assistive technology sends it, counts as an activation', async () => {
  await handle.dispatchEvent('click')
  await expect.poll(said).toBe('Activate again to approve')
  await handle.dispatchEvent('click')
  await expect.poll(approvals).toBe(1)
})

test('A double click is one activation', async () => {
  await handle.dblclick()
  await expect.poll(said).toBe('Activate again to approve')
  expect(await approvals()).toBe(0)
})

test('Leaving the slider takes the first activation back', async () => {
  await handle.click()
  await expect.poll(said).toBe('Activate again to approve')
  await page.keyboard.press('Tab')
  await expect.poll(said).toBe('')
  await handle.click()
  await expect.poll(said).toBe('Activate again to approve')
  expect(await approvals()).toBe(0)
})

test('Locked, it says why and nothing moves it', async () => {
  handle = page.locator('#slide-locked').getByRole('slider')
  expect(await handle.getAttribute('aria-disabled')).toBe('true')
  expect(await handle.getAttribute('aria-valuetext')).toBe('Read the whole text first')
  await handle.focus()
  for (const key of ['ArrowRight', 'End', 'Enter', 'Enter']) await page.keyboard.press(key)
  await handle.dispatchEvent('click')
  await handle.dispatchEvent('click')
  expect(await value()).toBe('0')
  expect(await approvals()).toBe(0)
})

test('WCAG 2.2 §1.4.4: letters twice as large make the track higher, and none is cut', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.addStyleTag({ content: ':root { font-size: 200%; }' })
  const cut = await page.locator('.slide-track').evaluateAll((tracks) =>
    tracks.filter((track) => {
      const text = document.createRange()
      text.selectNodeContents(track.querySelector('.slide-label') ?? track)
      const [letters, room] = [text.getBoundingClientRect(), track.getBoundingClientRect()]
      return letters.top < room.top || letters.bottom > room.bottom
    }),
  )
  expect(cut).toEqual([])
})
