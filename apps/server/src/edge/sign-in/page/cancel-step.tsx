/** Asks before a sign-in is cancelled, and says what it leads to. */
import { Button, ButtonLink, type Language } from '@open-mitid/ui'
import { endingWords } from '../words/ending-words.ts'

type Props = { language: Language; path: string; state: string; service: string }

export function CancelStep({ language, path, state, service }: Props) {
  const words = endingWords[language].leave
  return (
    <div class="stack" data-step="" data-watch={path} data-state={state} data-aside="">
      <h2>{words.title}</h2>
      <p>{words.happened}</p>
      <p>{words.next(service)}</p>
      <form method="post" action={`${path}/cancel`} data-send="">
        <Button>{words.yes}</Button>
      </form>
      <ButtonLink look="ghost" href={path}>
        {words.no}
      </ButtonLink>
    </div>
  )
}
