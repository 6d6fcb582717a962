/**
 * The app has given the tab back (protocols §4, step 6). The token alone is worth nothing: in a
 * browser without the cookie it shows that the link was passed on, and ends the sign-in.
 */
import {
  accept,
  equalBytes,
  fromBase64url,
  refuse,
  type Bytes,
  type UseCase,
} from '@open-mitid/kernel'
import { sha256 } from '@open-mitid/protocol'
import { moveTries, writeAbort, type AbortPorts } from './abort-sign-in.ts'
import { isOverdue, type SignInId } from './sign-in.ts'
import { toldState } from './signals.ts'

/** `browser` is undefined where there is no cookie at all. */
export type AcceptReturn = { readonly token: string; readonly browser: Bytes | undefined }

/** `return-unknown`: never given out, too late, or of a sign-in that ended without an approval. */
export type AcceptReturnRefusal = {
  readonly kind: 'return-unknown' | 'started-elsewhere'
}

export function acceptReturn(
  ports: AbortPorts,
): UseCase<AcceptReturn, { readonly id: SignInId }, AcceptReturnRefusal> {
  return async ({ token, browser }) => {
    const bytes = fromBase64url(token)
    if (bytes?.length !== 32) return refuse({ kind: 'return-unknown' })
    for (let left = moveTries; left > 0; left -= 1) {
      const found = await ports.signIns.find({ returnSha256: sha256(bytes) })
      if (!found) return refuse({ kind: 'return-unknown' })
      const { signIn, now, write } = found
      if (!browser || !equalBytes(signIn.browser, browser)) {
        if (await writeAbort(ports, found, 'started-elsewhere'))
          return refuse({ kind: 'started-elsewhere' })
        continue
      }
      // Another window of it was told, and has finished meanwhile: the page says so.
      if (signIn.state === 'completed') return accept({ id: signIn.id })
      if (signIn.state !== 'approved' || !signIn.return || isOverdue(signIn, now))
        return refuse({ kind: 'return-unknown' })
      // The answer to the first may have been lost on its way to this very browser.
      if (signIn.return.acceptedAt !== undefined) return accept({ id: signIn.id })
      if (now >= signIn.return.until) return refuse({ kind: 'return-unknown' })
      const to = { ...signIn, return: { ...signIn.return, acceptedAt: now } }
      if (!(await write({ to, events: undefined }))) continue
      ports.signals.tell(signIn.id, toldState(to))
      return accept({ id: signIn.id })
    }
    return refuse({ kind: 'return-unknown' })
  }
}
