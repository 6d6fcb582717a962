/** Another password for somebody who has proved to have a MitID: a code to a channel of theirs. */
import { randomBytes } from 'node:crypto'
import { DeviceId } from '@open-mitid/identity/authenticator'
import type { AskPasswordCodeRefusal } from '@open-mitid/identity/enrolment'
import { SecondCode, sha256 } from '@open-mitid/protocol'
import { plural, type Language } from '@open-mitid/ui/wording'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { attemptCookie } from '../device/attempt-cookie.ts'
import { activatePath } from '../device/device-path.ts'
import { textsFor } from '../texts.ts'
import { passwordStep } from './journey-path.ts'
import { isElsewhere, redirect, show, visiting, type Mounted, type Visit } from './visit.ts'
import { knownWords } from './words/known-words.ts'

const step = { config: { limit: 'step' } } as const
const Ask = z.object({
  device: z.string().max(100).default(''),
  by: z.enum(['contact', 'letter']).default('contact'),
})
const Code = z.object({ code: z.string().max(300).default('') })

export function mountPassword(app: FastifyInstance, mounted: Mounted, language: Language): void {
  const at = passwordStep(language, ':id')
  app.post(at, step, visiting(mounted, language, askCode))
  app.post(`${at}/code`, step, visiting(mounted, language, confirm))
}

async function askCode(visit: Visit): Promise<void> {
  const { device: named, by } = Ask.parse(visit.request.body ?? {})
  const words = textsFor(visit.reader, knownWords)
  const device = DeviceId.parse(named)
  if (!device) return show(visit, undefined, { fault: { id: 'device', text: words.whichMissing } })
  const asked = await visit.useCases.askPasswordCode({ ...visit.own, device, by })
  if (asked.ok) {
    redirect(visit)
    return undefined
  }
  const { refusal } = asked
  if (refusal.kind === 'enrolment-unknown') isElsewhere(visit, refusal)
  else if (sends[refusal.kind] === undefined) redirect(visit)
  else {
    const text = words[sends[refusal.kind] ?? 'busy']
    return show(visit, undefined, { fault: { id: 'main', text }, typed: device })
  }
  return undefined
}

/** What is said; of all else the page itself tells how things stand. */
const sends: Partial<Record<AskPasswordCodeRefusal['kind'], 'tooMany' | 'busy'>> = {
  'too-many-codes': 'tooMany',
  busy: 'busy',
}

async function confirm(visit: Visit): Promise<void> {
  const { code: typed } = Code.parse(visit.request.body ?? {})
  const { reader, reply, useCases, own } = visit
  const words = textsFor(reader, knownWords)
  const code = SecondCode.parse(typed)
  if (code === undefined)
    return show(visit, undefined, { fault: { id: 'code', text: words.codeForm } })
  const secret = Uint8Array.from(randomBytes(32))
  const confirmed = await useCases.confirmPasswordCode({
    ...own,
    code,
    browser: sha256(secret),
  })
  if (confirmed.ok) {
    void reply.header('set-cookie', attemptCookie(confirmed.value, secret))
    void reply.redirect(activatePath(reader.language, 'password'), 303)
    return undefined
  }
  const { refusal } = confirmed
  if (refusal.kind === 'code-wrong' && refusal.triesLeft > 0) {
    const text = words.codeWrong(plural(refusal.triesLeft, reader.language, words.triesLeft))
    return show(visit, undefined, { fault: { id: 'code', text } })
  }
  if (refusal.kind === 'code-wrong' || refusal.kind === 'code-over')
    return show(visit, undefined, { fault: { id: 'main', text: words.codeOver } })
  isElsewhere(visit, refusal)
  return undefined
}
