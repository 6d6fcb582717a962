/** Apps in other hands, and a server that is interrupted: what honest apps never come to try. */
import type { AnswerCall } from '@open-mitid/identity/authenticator'
import { utf8 } from '@open-mitid/kernel'
import {
  appProofHeader,
  issueApproval,
  readAppProof,
  type ApprovalContent,
  type ApprovalKey,
  type PhoneCalls,
  type PhonePath,
} from '@open-mitid/protocol'
import { folderStore } from '../../apps/phone/command/folder-store.ts'
import { calls } from '../../apps/phone/src/core/calls.ts'
import { deviceSign } from '../../apps/phone/src/core/exchange.ts'
import { openMemory } from '../../apps/phone/src/core/memory.ts'
import { beginProof } from '../../apps/phone/src/core/pin-proof.ts'
import { approvalKey } from '../../apps/phone/src/core/profiles.ts'
import { serverClock } from '../../apps/phone/src/core/server-clock.ts'
import { must, type App } from './house.ts'
import { appOrigin } from './phone-line.ts'
import { random } from './random.ts'

type Asked = Omit<PhoneCalls['/api/pin/prove']['request'], 'ke1'>

/** It has the keys, the secret and the nonce of an app, and says what it likes. */
export function liar({ folder, id }: Pick<App, 'folder' | 'id'>, through: typeof fetch) {
  const store = folderStore(folder)
  const { call } = calls(store, {
    app: appOrigin,
    fetch: through,
    random,
    clock: serverClock(() => Date.now() / 1000),
  })
  const held = async () => {
    const stored = await store.read(id)
    const memory = stored && (await openMemory(stored))
    if (!stored || memory?.stage !== 'active') throw new Error('the app is not active')
    return { stored, memory }
  }
  return {
    call: <Path extends PhonePath>(path: Path, body: PhoneCalls[Path]['request']) =>
      call(id, path, body),

    /** KE3 and the approval key, where the PIN was right. */
    guess: async (pin: string, asked: Asked = { purpose: 'history' }) => {
      const { slot } = (await held()).memory
      const proof = await beginProof(slot, pin)
      const request = { ke1: proof.ke1, ...asked }
      const { ke2, attempt_id: attempt } = must(await call(id, '/api/pin/prove', request))
      const proved = proof.finish(ke2)
      return { attempt, ke3: proved?.ke3, ak: proved && approvalKey(proved.exportKey, slot) }
    },

    /** Any content, signed by the keys of the app and by `ak`. */
    sign: async (content: ApprovalContent, ak: Pick<ApprovalKey, 'sign'>) => {
      const { deviceKey } = (await held()).stored
      return issueApproval(content, { dk: { sign: deviceSign(deviceKey) }, ak })
    },
  }
}

/** A line to one use case, past the edge. */
export function answering<Path extends PhonePath>(answer: AnswerCall<Path>): typeof fetch {
  return async (url, init) => {
    const body = typeof init?.body === 'string' ? init.body : ''
    const answered = await answer({
      proof: must(readAppProof(new Headers(init?.headers).get(appProofHeader))),
      htu: url instanceof Request ? url.url : String(url),
      body: utf8(body),
      request: JSON.parse(body) as PhoneCalls[Path]['request'],
    })
    return answered.ok
      ? Response.json(answered.value)
      : Response.json(answered.refusal, { status: 400 })
  }
}
