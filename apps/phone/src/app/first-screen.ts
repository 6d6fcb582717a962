/** Where the app opens: by the link it was opened with, and the profiles that it holds. */
import type { AppLink, ClaimSecret } from '@open-mitid/protocol'
import type { ProfileView } from '../core/index.ts'
import type { KeptWay } from '../storage/kept-way.ts'
import { screenOf, type Screen } from './screen.ts'

/** `left`: a way by passport that was broken off. */
export function firstScreen(
  profiles: readonly ProfileView[],
  link: AppLink | undefined,
  left?: KeptWay,
): Screen {
  if (left) return { at: 'passport', step: 'left', ...left }
  if (link?.kind === 'activate') return { at: 'before', code: link.code }
  if (link?.kind === 'help')
    return { at: 'passport', step: 'help-before', offer: { code: link.code, key: link.key } }
  const secret = link && secretOf(link)
  const active = profiles.filter(({ stage }) => stage === 'active')
  const [only] = active
  if (secret && only) {
    if (active.length > 1) return { at: 'chooser', secret }
    return { at: 'claiming', id: only.id, secret }
  }
  if (secret) return { at: 'welcome', because: 'no-profile' }
  const [first] = profiles
  if (!first) return { at: 'welcome' }
  return profiles.length === 1 ? screenOf(first) : { at: 'chooser' }
}

/** What a claim sends of a link; undefined for one that is no request. */
export function secretOf(link: AppLink): ClaimSecret | undefined {
  switch (link.kind) {
    case 'qr':
      return { kind: 'qr', qid: link.qid, t: link.t, mac: link.mac }
    case 'start':
      return { kind: 'start', qid: link.qid, token: link.token }
    case 'activate':
    case 'help':
      return undefined
  }
}
