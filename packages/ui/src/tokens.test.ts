import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const [lightCss = '', darkCss = ''] = css.split('@media screen and (prefers-color-scheme: dark)')
const light = colors(lightCss)
const themes = { light, dark: { ...light, ...colors(darkCss) } }

const papers = ['paper', 'surface', 'sunken']
const inks = ['ink', 'ink-2', 'brand', 'brand-strong', 'danger', 'done']

/** Every ink with each ground it is written on. */
const written: readonly (readonly [ink: string, ground: string])[] = [
  ...inks.flatMap((ink) => papers.map((paper) => [ink, paper] as const)),
  ['ink', 'brand-tint'],
  ['brand-strong', 'brand-tint'],
  ['ink', 'done-tint'],
  ['done', 'done-tint'],
  ['ink', 'danger-tint'],
  ['danger', 'danger-tint'],
  ['warn-ink', 'warn-tint'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['paper', 'ink'],
]

/** What is seen but not read: edges of controls, the ring of focus, signs. */
const seen: typeof written = [
  ...['edge', 'focus', 'brand'].flatMap((sign) => papers.map((paper) => [sign, paper] as const)),
  ['edge', 'brand-tint'],
  ['focus', 'brand-tint'],
  ['brand', 'brand-tint'],
  ['surface', 'done'],
]

describe.each(Object.entries(themes))('In the %s theme', (_, theme) => {
  test.each(written)('WCAG 2.2 §1.4.6: %s on %s has a contrast of 7 to 1', (ink, ground) => {
    expect(contrast(theme[ink], theme[ground])).toBeGreaterThanOrEqual(7)
  })

  test.each(seen)('WCAG 2.2 §1.4.11: %s beside %s has a contrast of 3 to 1', (sign, ground) => {
    expect(contrast(theme[sign], theme[ground])).toBeGreaterThanOrEqual(3)
  })
})

test('The dark theme sets every colour that the light one sets', () => {
  expect(Object.keys(colors(darkCss))).toEqual(Object.keys(light))
})

function colors(text: string): Record<string, string> {
  const found = text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)
  return Object.fromEntries(Array.from(found, ([, name = '', value = '']) => [name, value]))
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string | undefined, other: string | undefined): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, "relative luminance". */
function luminance(color = ''): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((place) => {
    const share = parseInt(color.slice(place, place + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
