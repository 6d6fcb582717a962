/** What this app is, and what it is not. */
import { AppBar, AppFrame } from '@open-mitid/ui'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { commonWords } from '../words/common-words.ts'
import { helpWords } from '../words/help-words.ts'

export function About({ id }: Screens['about']) {
  const app = useApp()
  const words = helpWords[app.language]
  useHeading()
  return (
    <AppFrame
      bar={<AppBar language={app.language} name={nameOf(app, id)} onBack={() => history.back()} />}
    >
      <h1>{words.aboutTitle(app.settings.scheme)}</h1>
      <p>{words.aboutText}</p>
      <p>
        <b>{commonWords[app.language].notState}</b>
      </p>
      <p class="small muted">{commonWords[app.language].version(app.version)}</p>
    </AppFrame>
  )
}
