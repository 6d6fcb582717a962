/** The end of an activation, and the offer to keep the app within reach. */
import { Actions, AppFrame, Button, Done } from '@open-mitid/ui'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { activationWords } from '../words/activation-words.ts'

export function Activated({ id }: Screens['activated']) {
  const app = useApp()
  const words = activationWords[app.language]
  const { offer } = app.install
  useHeading()
  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          <Button onClick={() => app.go({ at: 'home', id })}>{words.start}</Button>
          {offer ? (
            <Button look="ghost" onClick={offer}>
              {words.install}
            </Button>
          ) : null}
        </Actions>
      }
    >
      <Done title={words.activatedTitle}>
        <p>{words.activatedText(nameOf(app, id) ?? app.settings.scheme)}</p>
        {offer ? <p>{words.installText}</p> : null}
      </Done>
    </AppFrame>
  )
}
