/** What a browser fetches for a page before it can paint, found as a browser finds it. */
import { parseSync } from 'vite'

/** `packed` already is what fonts and pictures are: a server compresses them no further. */
export type Fetched = { readonly name: string; readonly bytes: Buffer; readonly packed: boolean }

/**
 * The page, what its head links to for painting, and its scripts with everything they import
 * statically. What a script imports later, and icons and the manifest, hold no paint up.
 *
 * @param read the bytes at an address path of the page's origin
 */
export function beforeFirstPaint(html: string, read: (path: string) => Buffer): readonly Fetched[] {
  const found = new Map<string, Fetched>()
  found.set('page', { name: 'page', bytes: Buffer.from(html), packed: false })
  const fetch = (path: string) => {
    if (found.has(path)) return
    const bytes = read(path)
    found.set(path, { name: path, bytes, packed: /\.(woff2|png|webp|jpg)$/u.test(path) })
    if (path.endsWith('.js'))
      for (const other of staticImports(bytes.toString('utf8'))) fetch(resolvePath(other, path))
  }
  for (const address of linked(html)) fetch(resolvePath(address, '/'))
  return [...found.values()]
}

function linked(html: string): readonly string[] {
  const tags = html.match(/<(?:link|script)\b[^>]*>/gu) ?? []
  return tags.flatMap((tag) => {
    const attribute = (name: string) => new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(tag)?.[1]
    if (tag.startsWith('<script')) return attribute('src') ?? []
    const blocks = ['stylesheet', 'preload', 'modulepreload'].includes(attribute('rel') ?? '')
    return (blocks ? attribute('href') : undefined) ?? []
  })
}

function staticImports(script: string): readonly string[] {
  return parseSync('script.js', script).program.body.flatMap((statement) => {
    switch (statement.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        return [statement.source.value]
      case 'ExportNamedDeclaration':
        return statement.source ? [statement.source.value] : []
      default:
        return []
    }
  })
}

function resolvePath(address: string, from: string): string {
  return new URL(address, `http://page${from}`).pathname
}
