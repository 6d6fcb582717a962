/** The house asks a person to approve a change of their own MitID, in a sign-in like any other. */
import { accept, type Bytes, type Random, type UseCase } from '@open-mitid/kernel'
import type { Display } from '@open-mitid/protocol'
import { ClientId } from '../service/index.ts'
import { openSignIn } from './open-sign-in.ts'
import type { SignInView } from './find-sign-in.ts'
import type { OwnChange } from './own-change.ts'
import type { OwnChanges } from './own-changes.ts'
import { SignInId } from './sign-in.ts'
import type { SignIns } from './sign-ins.ts'

export type BeginOwnChange = {
  readonly change: OwnChange
  /** What the person is asked to approve, in words. */
  readonly display: Display
  /** As whom the house asks. */
  readonly house: { readonly name: string; readonly domain: string }
  /** SHA-256 of the browser's cookie. */
  readonly browser: Bytes
  /** What it is, in words. */
  readonly browserName: string | undefined
}

type Ports = {
  readonly signIns: SignIns
  readonly ownChanges: OwnChanges
  readonly random: Random
}

export function beginOwnChange(ports: Ports): UseCase<BeginOwnChange, SignInView, never> {
  const open = openSignIn(ports)
  return async ({ change, display, house, browser, browserName }) => {
    const id = SignInId.make(ports.random)
    await ports.ownChanges.begin(id)
    const client = { id: ClientId.house, ...house }
    const from = { browser: browserName }
    const opened = await open({ id, client, kind: 'manage', change, display, browser, from })
    // Only a request that was pushed can have been answered already.
    if (!opened.ok) throw new Error('a sign-in of the house was refused')
    return accept(opened.value)
  }
}
