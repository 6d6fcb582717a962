/** A PIN that was forgotten or blocked: the ways to a new one. */
import { Actions, AppBar, AppFrame, Button } from '@open-mitid/ui'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { homeWords } from '../words/home-words.ts'
import { regainWords } from '../words/regain-words.ts'

export function ForgottenPin({ id }: Screens['forgotten-pin']) {
  const app = useApp()
  const { language, go } = app
  const words = regainWords[language]
  useHeading()
  return (
    <AppFrame
      bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
      foot={
        <Actions>
          <Button onClick={() => go({ at: 'passport', step: 'before', again: { pin: id } })}>
            {words.byPassport}
          </Button>
          <Button look="quiet" onClick={() => go({ at: 'help', id })}>
            {homeWords[language].help}
          </Button>
        </Actions>
      }
    >
      <h1>{words.forgottenTitle}</h1>
      <p>{words.forgottenText}</p>
      <ul class="points">
        <li>
          <b>{words.byPassport}</b>
          <br />
          {words.byPassportText}
        </li>
        <li>
          <b>{words.byCentre}</b>
          <br />
          {words.byCentreText}
        </li>
      </ul>
      <p class="small muted">{words.wait}</p>
    </AppFrame>
  )
}
