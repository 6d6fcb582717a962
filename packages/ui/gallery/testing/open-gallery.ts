/** The gallery in a real browser: Vite serves it, Chromium (path in `CHROMIUM`) shows it. */
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { chromiumHere } from '../../src/testing/index.ts'

export type Gallery = {
  /** A page of its own, in a fresh context. */
  show(query: string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openGallery(): Promise<Gallery> {
  const server = await serve()
  const browser = await chromium.launch(chromiumHere())
  return {
    show: (query, options) => show(browser, addressOf(server) + query, options),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

async function show(browser: Browser, address: string, options?: BrowserContextOptions) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(address)
  await page.locator('main').waitFor()
  return page
}

async function serve(): Promise<ViteDevServer> {
  const server = await createServer({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 0, hmr: false },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })
  return server.listen()
}

function addressOf(server: ViteDevServer): string {
  const address = server.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('The gallery is not served.')
  return `http://127.0.0.1:${address.port}/gallery/`
}
