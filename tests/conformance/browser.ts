/** As much of a browser as a redirect needs: cookies by path, a language, no script. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #language: string
  /** The cookies that the last answer set, as it wrote them. */
  last: readonly string[] = []

  constructor(language = 'en') {
    this.#language = language
  }

  copy(): Browser {
    const copy = new Browser(this.#language)
    for (const [name, value] of this.cookies) copy.cookies.set(name, value)
    return copy
  }

  get(url: URL | string): Promise<Response> {
    return this.#fetch(url, 'GET', { accept: 'text/html' })
  }

  /** Sent by the script of a page of that address's own origin. */
  post(url: URL | string): Promise<Response> {
    const headers = { 'mitid-script': '1', origin: new URL(url).origin }
    return this.#fetch(url, 'POST', headers)
  }

  async #fetch(url: URL | string, method: string, headers: object): Promise<Response> {
    const { pathname } = new URL(url)
    const fitting = [...this.cookies].filter(([key]) => pathname.startsWith(pathOf(key)))
    const cookie = fitting.map(([key, value]) => `${key.split(' ')[0] ?? ''}=${value}`).join('; ')
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { 'accept-language': this.#language, cookie, ...headers },
    })
    this.last = response.headers.getSetCookie()
    for (const each of this.last) this.#keep(each)
    return response
  }

  /** Cookies of one name live beside each other on different paths (RFC 6265 §5.3). */
  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split('=')
    const path = attributes.find((each) => /^path=/iu.test(each))?.slice(5) ?? '/'
    const key = path === '/' ? name : `${name} ${path}`
    if (value === '') this.cookies.delete(key)
    else this.cookies.set(key, value)
  }
}

function pathOf(key: string): string {
  return key.split(' ')[1] ?? '/'
}
