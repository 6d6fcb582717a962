/** `PrintService` over HTTP, or by files in a folder that a print service empties. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrintFault, type PrintedLetter, type PrintService } from '@open-mitid/identity/letter'

const patienceMs = 15_000

/** `https://` (with user and password where the service asks for them), `http://` or `file:///`. */
export function openPrintService(address: string): PrintService {
  const url = new URL(address)
  return url.protocol === 'file:' ? folder(fileURLToPath(url)) : overHttp(url)
}

/** `PUT <url>/letters/<id>`: an id that the service has already is a letter that it has. */
function overHttp(url: URL): PrintService {
  const { username, password, origin, pathname } = url
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const authorization = login === ':' ? undefined : `Basic ${Buffer.from(login).toString('base64')}`
  return {
    async print({ id, recipient, title, pdf }) {
      const answer = await fetch(`${origin}${pathname.replace(/\/$/u, '')}/letters/${id}`, {
        method: 'PUT',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          'content-type': 'application/pdf',
          recipient: encodeURIComponent(recipient),
          'letter-title': encodeURIComponent(title),
          'x-requested-by': 'letters',
          ...(authorization === undefined ? {} : { authorization }),
        },
        body: Uint8Array.from(pdf),
      }).catch(() => {
        throw new PrintFault('unreachable')
      })
      await answer.body?.cancel()
      if (!answer.ok && answer.status !== alreadyThere)
        throw new PrintFault('refused', answer.status)
    },
  }
}

/** RFC 9110 §15.5.10: it was handed over before, printed at another moment. */
const alreadyThere = 409

/** The document, and then a list of what belongs to it: whoever empties the folder waits for that. */
function folder(path: string): PrintService {
  return {
    async print({ id, recipient, title, pdf }: PrintedLetter) {
      try {
        await mkdir(path, { recursive: true, mode: 0o700 })
        await put(path, `${id}.pdf`, pdf)
        await put(path, `${id}.json`, `${JSON.stringify({ id, recipient, title })}\n`)
      } catch {
        throw new PrintFault('unreachable')
      }
    },
  }
}

/** Whole or not at all. */
async function put(folderPath: string, name: string, content: Uint8Array | string): Promise<void> {
  const path = join(folderPath, name)
  await writeFile(`${path}.new`, content, { mode: 0o600 })
  await rename(`${path}.new`, path)
}
