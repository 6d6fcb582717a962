/** Why there is no going on with this passport, and what the person does next. */
import { Actions, AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { homeWords } from '../../words/home-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { passportTold } from '../../words/passport-told.ts'

export function RefusedStep({ refusal }: PassportSteps['refused']) {
  const { language, go } = useApp()
  const words = passportJourneyWords[language]
  const final = refusal.kind === 'passport' || refusal.kind === 'turned-away'
  useHeading()
  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          <Button onClick={() => go({ at: 'passport', step: 'zone' })}>
            {final ? words.otherPassport : words.beginAgain}
          </Button>
          <Button look="ghost" onClick={() => go({ at: 'welcome' })}>
            {words.toStart}
          </Button>
          {final ? (
            <Button look="quiet" onClick={() => go({ at: 'help' })}>
              {homeWords[language].help}
            </Button>
          ) : null}
        </Actions>
      }
    >
      <EmptyState
        icon={final ? 'warn' : 'clock'}
        title={final ? words.refusedTitle : words.againTitle}
      >
        <p>{passportTold(refusal, language)}</p>
      </EmptyState>
    </AppFrame>
  )
}
