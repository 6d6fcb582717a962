/** Why there is no going on with this passport, and what the person does next. */
import { Actions, AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { firstScreen } from '../../app/first-screen.ts'
import { start, type PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { helperWords } from '../../words/helper-words.ts'
import { homeWords } from '../../words/home-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { regainWords } from '../../words/regain-words.ts'
import { passportTold } from '../../words/passport-told.ts'

export function RefusedStep({ refusal, again, helping }: PassportSteps['refused']) {
  const { language, go, profiles } = useApp()
  const words = passportJourneyWords[language]
  const final = refusal.kind === 'passport' || refusal.kind === 'turned-away'
  const reason = final ? refusal.reason : undefined
  useHeading()
  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          {otherPhone() ?? otherWay() ?? (
            <Button onClick={() => go({ at: 'passport', step: 'zone', again })}>
              {final ? words.otherPassport : words.beginAgain}
            </Button>
          )}
          <Button
            look="ghost"
            onClick={() => go(helping ? firstScreen(profiles, undefined) : start({ again }))}
          >
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
      <EmptyState icon={final ? 'warn' : 'clock'} title={title()}>
        <p>{passportTold(refusal, language)}</p>
        {helping && final ? <p>{helperWords[language].refusedText}</p> : null}
      </EmptyState>
    </AppFrame>
  )

  function title(): string {
    if (!final) return words.againTitle
    if (helping) return helperWords[language].refusedTitle
    return again ? regainWords[language].refusedTitle : words.refusedTitle
  }

  /** A helper reads another passport only where somebody asks again. */
  function otherPhone() {
    if (!helping) return undefined
    return (
      <Button onClick={() => go({ at: 'passport', step: 'help-scan' })}>
        {helperWords[language].scanAgain}
      </Button>
    )
  }

  /** Who came for the one and needs the other. */
  function otherWay() {
    if (reason === 'has-mitid')
      return (
        <Button onClick={() => go({ at: 'passport', step: 'before', again: {} })}>
          {regainWords[language].enter}
        </Button>
      )
    if (reason === 'no-mitid')
      return <Button onClick={() => go({ at: 'passport', step: 'before' })}>{words.title}</Button>
    return undefined
  }
}
