/** What a page breaks of WCAG 2.2 AA and of good practice, as axe sees it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'], // what is fine would be written out element by element
}

/** Each as the rule and the elements that break it; none for a page that is in order. */
export async function accessFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState() // elements can stand there before their stylesheet has come
  const { violations } =
    page.frames().length === 1
      ? await inDocument(page)
      : await new AxeBuilder({ page, axeSource: axe }).options(options).analyze() // joins frames in a page of its own
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** A document is given axe once, however often its states are looked at. */
async function inDocument(page: Page): Promise<Pick<AxeResults, 'violations'>> {
  const isThere = await page.evaluate(() => 'axe' in globalThis)
  if (!isThere) await page.evaluate(axe)
  return page.evaluate(async (given) => {
    const here = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await here.axe.run(document, given)
    return { violations }
  }, options)
}
