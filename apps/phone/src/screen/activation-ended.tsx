/** An activation that is over without a profile: what to do next. */
import { AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { activationWords } from '../words/activation-words.ts'

export function ActivationEnded({ id }: Screens['activation-ended']) {
  const { language, phone, reload, go } = useApp()
  const words = activationWords[language]
  useHeading()

  const startOver = async () => {
    await phone.forget(id)
    const [other] = await reload()
    go(other ? { at: 'chooser' } : { at: 'before' })
  }

  return (
    <AppFrame
      place="middle"
      foot={<Button onClick={() => void startOver()}>{words.startOver}</Button>}
    >
      <EmptyState icon="clock" title={words.endedTitle}>
        <p>{words.ended}</p>
      </EmptyState>
    </AppFrame>
  )
}
