/** A notice that a contact could not be told, or that nobody could, goes another way. */
import type { Random } from '@open-mitid/kernel'
import { LetterId, type Letter, type LetterStyle } from '../letter/index.ts'
import type { ContactId, PersonId } from '../person/index.ts'
import { noticeLanguages, noticeWords, type Imprint, type Telling } from './notice-text.ts'
import { otherwise, type Attempt, type Channel, type NoticeId } from './notice.ts'

export type FoundNotice = {
  readonly person: PersonId
  readonly style: LetterStyle
  readonly telling: Telling
  readonly channels: readonly Channel[]
  readonly attempts: readonly Attempt[]
  /** Of a notice one letter is written, whoever writes it. */
  readonly write: (more: {
    readonly to: readonly ContactId[]
    readonly letter: Letter | undefined
  }) => Promise<void>
}

export type Notices = { find(id: NoticeId): Promise<FoundNotice | undefined> }

export function tellOtherwise(ports: {
  notices: Notices
  imprint: Imprint
  random: Random
}): (id: NoticeId) => Promise<void> {
  return async (id) => {
    const found = await ports.notices.find(id)
    if (!found) return
    const { telling, channels, attempts } = found
    const { to, letter } = otherwise({ ...telling, channels }, attempts)
    await found.write({ to, letter: letter ? letterOf(ports, found) : undefined })
  }
}

function letterOf(
  { imprint, random }: { imprint: Imprint; random: Random },
  { person, style, telling }: FoundNotice,
): Letter {
  const { at } = telling
  const inBoth = noticeLanguages(telling).length > 1
  const set: LetterStyle = inBoth ? { ...style, language: 'both' } : style
  const known = { id: LetterId.make(random), person, style: set }
  if (telling.type === 'user-id-changed')
    return { ...known, content: { kind: 'user-id-changed', at } }
  const told = { da: noticeWords(telling, 'da', imprint), en: noticeWords(telling, 'en', imprint) }
  return { ...known, content: { kind: 'notice', at, told } }
}
