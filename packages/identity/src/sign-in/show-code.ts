/** A code of eight letters to type into the app; a new one ends the one before. */
import {
  accept,
  utf8,
  type Bytes,
  type Instant,
  type Random,
  type UseCase,
} from '@open-mitid/kernel'
import { TypedCode } from '@open-mitid/protocol'
import type { Mac } from '../keys/index.ts'
import { whyNotOpen, type OwnSignIn, type OwnSignInRefusal } from './own-sign-in.ts'
import { codeLife } from './sign-in.ts'
import type { SignIns } from './sign-ins.ts'

export type ShownCode = {
  readonly code: TypedCode
  /** Three minutes, or the end of the time in which the sign-in may be claimed. */
  readonly until: Instant
  readonly now: Instant
}

type Ports = { readonly signIns: SignIns; readonly mac: Mac; readonly random: Random }

export function showCode(ports: Ports): UseCase<OwnSignIn, ShownCode, OwnSignInRefusal> {
  const { signIns, mac, random } = ports
  return async (own) => {
    const code = TypedCode.make(random)
    const shown = await signIns.showCode(own, await typedCodeMac(mac, code), codeLife)
    return shown ? accept({ code, ...shown }) : whyNotOpen(signIns, own)
  }
}

export function typedCodeMac(mac: Mac, code: TypedCode): Promise<Bytes> {
  return mac('typed-code', utf8(code))
}
