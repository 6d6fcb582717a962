/** A request that was over before it was answered. */
import { AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { approvalWords } from '../words/approval-words.ts'
import { commonWords } from '../words/common-words.ts'

export function Over({ id }: Screens['over']) {
  const { language, go } = useApp()
  const words = approvalWords[language]
  useHeading()
  return (
    <AppFrame
      place="middle"
      foot={<Button onClick={() => go({ at: 'home', id })}>{commonWords[language].toHome}</Button>}
    >
      <EmptyState icon="clock" title={words.over}>
        <p>{words.overText}</p>
      </EmptyState>
    </AppFrame>
  )
}
