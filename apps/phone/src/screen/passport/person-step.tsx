/** Whose passport it is, as the register has them. */
import { AppFrame, Button, Done } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { commonWords } from '../../words/common-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'

export function PersonStep({ proof, name }: PassportSteps['person']) {
  const { language, go } = useApp()
  const words = passportJourneyWords[language]
  const person = { proof, name, contacts: {} }
  useHeading()
  return (
    <AppFrame
      place="middle"
      foot={
        <Button onClick={() => go({ at: 'passport', step: 'terms', person })}>
          {commonWords[language].goOn}
        </Button>
      }
    >
      <Done title={words.personTitle(name)}>
        <p>{words.personText}</p>
      </Done>
    </AppFrame>
  )
}
