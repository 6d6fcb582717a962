/** Whose passport it is, as the register has them. */
import { AppFrame, Button, Done } from '@open-mitid/ui'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { commonWords } from '../../words/common-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { regainWords } from '../../words/regain-words.ts'

export function PersonStep({ proof, name, again }: PassportSteps['person']) {
  const { language, go, way } = useApp()
  const words = passportJourneyWords[language]
  const person = { proof, name, contacts: {} }
  useHeading()

  // From here on it can be left: the passport is not shown a second time.
  useEffect(() => {
    void way.keep({ proof, again })
  }, [proof])

  const goOn = () => {
    if (!again) go({ at: 'passport', step: 'terms', person })
    else if (again.pin === undefined) go({ at: 'passport', step: 'access', proof })
    else go({ at: 'passport', step: 'new-pin', proof, id: again.pin })
  }
  return (
    <AppFrame place="middle" foot={<Button onClick={goOn}>{commonWords[language].goOn}</Button>}>
      <Done title={words.personTitle(name)}>
        <p>{again ? regainWords[language].personText : words.personText}</p>
      </Done>
    </AppFrame>
  )
}
