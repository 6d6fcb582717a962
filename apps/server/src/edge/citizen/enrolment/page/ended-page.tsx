/** Pages beside the steps: turned away kindly, left, gone on with, or not to be found. */
import { Button, ButtonLink, EmptyState } from '@open-mitid/ui'
import type { EndedEnrolment, EnrolmentId } from '@open-mitid/identity/enrolment'
import { pathOf, type Place } from '../../address.ts'
import type { Content } from '../../site-page.tsx'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { endedWords } from '../words/ended-words.ts'

/** Where each ending leads on to. */
const onwards: Readonly<Record<EndedEnrolment['reason'], Place>> = {
  'too-young': 'get',
  'has-mitid': { topic: 'new-phone' },
  register: 'legitimation',
  left: 'get',
}

export function endedPage(reader: Reader, { reason }: EndedEnrolment): Content {
  const text = textsFor(reader, endedWords)
  const { title, happened, next, onward } = text.reasons[reason]
  const body = (
    <EmptyState icon={reason === 'left' ? 'close' : 'info'} title={title}>
      <p>{happened}</p>
      <p>{next}</p>
      <ButtonLink href={pathOf(onwards[reason], reader.language)}>{onward}</ButtonLink>
    </EmptyState>
  )
  return { title, summary: text.summary, body }
}

export function leavePage(reader: Reader, id: EnrolmentId): Content {
  const { language } = reader
  const { leave: text, summary } = textsFor(reader, endedWords)
  const body = (
    <div class="journey stack">
      <h1>{text.title}</h1>
      <p>{text.what}</p>
      <p>{text.later}</p>
      <ButtonLink href={journeyPath(language, id)}>{text.no}</ButtonLink>
      <form method="post" action={journeyPath(language, id, 'leave')}>
        <Button look="ghost">{text.yes}</Button>
      </form>
    </div>
  )
  return { title: text.title, summary, body }
}

/** Who began before is not made to begin anew, and is not kept from it either. */
export function resumePage(reader: Reader, id: EnrolmentId): Content {
  const { language } = reader
  const { resume: text, summary } = textsFor(reader, endedWords)
  const body = (
    <div class="journey stack">
      <h1>{text.title}</h1>
      <p>{text.what}</p>
      <ButtonLink href={journeyPath(language, id)}>{text.goOn}</ButtonLink>
      <form method="post" action={pathOf('nemid', language)}>
        <input type="hidden" name="anew" value="yes" />
        <Button look="ghost">{text.anew}</Button>
      </form>
    </div>
  )
  return { title: text.title, summary, body }
}

export function unknownPage(reader: Reader): Content {
  const { unknown: text, summary } = textsFor(reader, endedWords)
  const body = (
    <EmptyState icon="clock" title={text.title}>
      <p>{text.happened}</p>
      <p>{text.next}</p>
      <ButtonLink href={pathOf('nemid', reader.language)}>{text.again}</ButtonLink>
    </EmptyState>
  )
  return { title: text.title, summary, body }
}
