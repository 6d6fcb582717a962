/** Where a service may have citizens sent back to (RFC 6749 §3.1.2, RFC 8252 §7). */

/** `sandbox` also allows services on the developer's own machine. */
export type Surface = 'production' | 'sandbox'

export type RedirectUriFault =
  'not-a-url' | 'fragment' | 'user-info' | 'not-https' | 'too-long' | 'wildcard'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The first thing wrong with it. An app is reached by a claimed `https` link; private schemes are
 * refused, because any other app may claim them too (RFC 8252 §8.6).
 */
export function redirectUriFault(text: string, surface: Surface): RedirectUriFault | undefined {
  if (text.length > 500) return 'too-long'
  // What a browser would read as something else, or leave out, can never be sent as it stands.
  if (!URL.canParse(text) || /[\s\p{Cc}\\]/u.test(text)) return 'not-a-url'
  const url = new URL(text)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && mayBePlain(url, surface)))
    return 'not-https'
  if (text.includes('#')) return 'fragment'
  if (url.username !== '' || url.password !== '') return 'user-info'
  return text.includes('*') ? 'wildcard' : undefined
}

function mayBePlain(url: URL, surface: Surface): boolean {
  return (
    surface === 'sandbox' && (loopback.has(url.hostname) || url.hostname.endsWith('.localhost'))
  )
}
