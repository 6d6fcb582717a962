/** After a no: what it led to; after "I did not start this", also what to do now. */
import { AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { approvalWords } from '../words/approval-words.ts'
import { commonWords } from '../words/common-words.ts'

export function Refused({ id, reason }: Screens['refused']) {
  const { language, go } = useApp()
  const words = approvalWords[language]
  const foreign = reason === 'not_me'
  useHeading()
  return (
    <AppFrame
      place={foreign ? 'top' : 'middle'}
      foot={<Button onClick={() => go({ at: 'home', id })}>{commonWords[language].done}</Button>}
    >
      <EmptyState icon="check" title={foreign ? words.reported : words.refused}>
        <p>{foreign ? words.reportedText : words.refusedText}</p>
      </EmptyState>
      {foreign ? (
        <ul class="points">
          {words.reportedNext.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      ) : null}
    </AppFrame>
  )
}
