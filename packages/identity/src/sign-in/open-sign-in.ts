/** A service's request becomes a sign-in that waits for its person (protocols §4, step 1). */
import { accept, refuse, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import { plainTextFault, Qid, type ApprovalKind, type Display } from '@open-mitid/protocol'
import type { AssuranceLevel, PersonId, UserId } from '../person/index.ts'
import type { Client } from '../service/index.ts'
import { viewOf, type SignInView } from './find-sign-in.ts'
import type { OwnChange } from './own-change.ts'
import { SignInId } from './sign-in.ts'
import type { ServiceRequest, SignIns } from './sign-ins.ts'

export type OpenSignIn = {
  /** Made by whoever has kept something of it already. */
  readonly id?: SignInId | undefined
  readonly client: Pick<Client, 'id' | 'name' | 'domain'>
  readonly kind: ApprovalKind
  readonly display: Display
  readonly level?: AssuranceLevel | undefined
  readonly evidence?: 'person' | undefined
  readonly change?: OwnChange | undefined
  /** SHA-256 of the cookie of the browser that asks. */
  readonly browser: Bytes
  /** What that browser is and where, in words, as far as it is known. */
  readonly from?: { readonly browser?: string | undefined; readonly place?: string | undefined }
  readonly boundPerson?: PersonId | undefined
  readonly userIdHint?: UserId | undefined
  readonly request?: ServiceRequest | undefined
}
export type OpenSignInRefusal = { readonly kind: 'request-ended' }

type Ports = { readonly signIns: SignIns; readonly random: Random }

const longestPlace = 80

export function openSignIn({
  signIns,
  random,
}: Ports): UseCase<OpenSignIn, SignInView, OpenSignInRefusal> {
  return async ({ client, kind, display, level, evidence, ...more }) => {
    const { browser, from, userIdHint, boundPerson, request, change } = more
    const id = more.id ?? SignInId.make(random)
    const qid = Qid.make(random)
    const opened = await signIns.open({
      id,
      qid,
      client: client.id,
      browser,
      boundPerson,
      request,
      asked: {
        service: { name: client.name, domain: asciiHost(client.domain) },
        kind,
        display,
        level,
        evidence,
        browser: shown(from?.browser),
        place: shown(from?.place),
        userIdHint,
        change,
      },
    })
    return opened ? accept(viewOf(opened)) : refuse({ kind: 'request-ended' })
  }
}

/** As offers write it (RFC 5890 §2.3.2.1): one host has one spelling, and look-alikes show. */
function asciiHost(domain: string): string {
  return new URL(`https://${domain}`).host
}

/** What a browser says of itself is shown only where it is plain text; else nothing is said. */
function shown(text: string | undefined): string | undefined {
  return text === undefined || plainTextFault(text, longestPlace) ? undefined : text
}
