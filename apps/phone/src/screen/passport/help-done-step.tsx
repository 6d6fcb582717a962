/** The helper's part is over. */
import { AppFrame, Button, Done } from '@open-mitid/ui'
import { useApp } from '../../app/app.ts'
import { firstScreen } from '../../app/first-screen.ts'
import { useHeading } from '../../app/use-heading.ts'
import { commonWords } from '../../words/common-words.ts'
import { helperWords } from '../../words/helper-words.ts'

export function HelpDoneStep() {
  const { language, go, profiles } = useApp()
  const words = helperWords[language]
  useHeading()
  return (
    <AppFrame
      place="middle"
      foot={
        <Button onClick={() => go(firstScreen(profiles, undefined))}>
          {commonWords[language].done}
        </Button>
      }
    >
      <Done title={words.doneTitle}>
        <p>{words.doneText}</p>
      </Done>
    </AppFrame>
  )
}
