import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openGallery, type Gallery } from '../../gallery/testing/open-gallery.ts'

let gallery: Gallery
let page: Page
let pin: Locator
let once: Locator

beforeAll(async () => {
  gallery = await openGallery()
}, 60_000)
afterAll(() => gallery.close())
afterEach(() => page.context().close())
beforeEach(async () => {
  page = await gallery.show('?language=en', { permissions: ['clipboard-read', 'clipboard-write'] })
  pin = page.getByLabel('Your PIN')
  once = page.getByLabel('Code from your code display')
}, 30_000)

async function paste(field: Locator, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await field.focus()
  await page.keyboard.press('ControlOrMeta+v')
}

test('WCAG 2.2 §3.3.8: a pasted code is taken, with the spaces it was shown with', async () => {
  await paste(once, '418 027')
  await expect.poll(() => once.inputValue()).toBe('418027')
  expect(await page.locator('#once ~ .pin-boxes').innerText()).toBe('4\n1\n8\n0\n2\n7')
})

test('A code that the keyboard puts in as it was copied loses no digit', async () => {
  await once.focus()
  await page.keyboard.insertText('418 027')
  expect(await once.inputValue()).toBe('418027')
})

test('Only digits are taken, and six of them', async () => {
  await once.pressSequentially('4a1b80279')
  expect(await once.inputValue()).toBe('418027')
  await page.keyboard.press('Backspace')
  expect(await once.inputValue()).toBe('41802')
})

test('A secret is drawn as dots and never as digits', async () => {
  await pin.pressSequentially('4180')
  expect(await pin.getAttribute('type')).toBe('password')
  expect(await page.locator('#pin ~ .pin-boxes .pin-dot').count()).toBe(4)
  expect(await page.locator('#pin ~ .pin-boxes').innerText()).not.toMatch(/\d/)
})

test('The keypad and password managers are told what the field is for', async () => {
  expect(await pin.getAttribute('inputmode')).toBe('numeric')
  expect(await pin.getAttribute('autocomplete')).toBe('current-password')
  expect(await once.getAttribute('autocomplete')).toBe('one-time-code')
})

test('A typed code comes into its groups while it is typed, and is mended in its middle', async () => {
  const typed = page.locator('#typed')
  await typed.pressSequentially('k7m29qxd')
  expect(await typed.inputValue()).toBe('K7M2-9QXD')
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('o')
  expect(await typed.inputValue()).toBe('K0M2-9QXD')
})
