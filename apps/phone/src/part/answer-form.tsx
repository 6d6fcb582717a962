/** One question of a way: above it the way back, beneath it one button that goes on. */
import { AppBar, AppFrame, Button } from '@open-mitid/ui'
import type { ComponentChildren } from 'preact'
import { useApp } from '../app/app.ts'
import { commonWords } from '../words/common-words.ts'

type Props = {
  onAnswer: () => void
  /** The answer is on its way. */
  busy?: boolean
  /** False where what was done before it cannot be done again. */
  back?: boolean
  children: ComponentChildren
}

export function AnswerForm({ onAnswer, busy = false, back = true, children }: Props) {
  const { language } = useApp()
  const words = commonWords[language]
  return (
    <form
      class="screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onAnswer()
      }}
    >
      <AppFrame
        bar={<AppBar language={language} {...(back && { onBack: () => history.back() })} />}
        foot={<Button busy={busy ? words.working : undefined}>{words.goOn}</Button>}
      >
        {children}
      </AppFrame>
    </form>
  )
}
