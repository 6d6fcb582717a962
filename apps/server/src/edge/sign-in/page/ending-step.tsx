/** The end of a sign-in: what happened, what to do next, and one way on. */
import { ButtonLink, Icon, type IconName, type Language } from '@open-mitid/ui'
import type { DeadEnd, Ending } from '../ending.ts'
import { endingWords } from '../words/ending-words.ts'

type Props = {
  language: Language
  ending: Ending | DeadEnd
  /** The way back to the service; absent where there is none that we know of. */
  back?: { href: string; service: string } | undefined
}

export function EndingStep({ language, ending, back }: Props) {
  const words = endingWords[language]
  return (
    <div class={`stack ending ending-${looks[ending].tone}`} data-step="" data-ending={ending}>
      <span class="ending-sign">
        <Icon name={looks[ending].icon} />
      </span>
      <h2>{words[ending].title}</h2>
      <p>{words[ending].happened}</p>
      <p>{words[ending].next}</p>
      {back ? (
        <ButtonLink href={back.href}>
          {words[ending === 'completed' ? 'onTo' : 'backTo'](back.service)}
        </ButtonLink>
      ) : null}
    </div>
  )
}

type Look = { tone: 'calm' | 'alarm' | 'done'; icon: IconName }

/** Only where somebody may be misusing the person does the page raise its voice. */
const looks: Readonly<Record<Ending | DeadEnd, Look>> = {
  refused: { tone: 'calm', icon: 'close' },
  'not-me': { tone: 'alarm', icon: 'warn' },
  expired: { tone: 'calm', icon: 'clock' },
  cancelled: { tone: 'calm', icon: 'close' },
  'wrong-user-id': { tone: 'calm', icon: 'person' },
  elsewhere: { tone: 'alarm', icon: 'warn' },
  blocked: { tone: 'alarm', icon: 'warn' },
  'other-person': { tone: 'calm', icon: 'person' },
  completed: { tone: 'done', icon: 'check' },
  unknown: { tone: 'calm', icon: 'info' },
  'no-cookie': { tone: 'calm', icon: 'info' },
  'return-late': { tone: 'calm', icon: 'clock' },
  'no-token': { tone: 'calm', icon: 'info' },
}
