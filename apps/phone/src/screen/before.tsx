/** What everybody is told before they have a MitID in their hand. */
import { AppBar, AppFrame, Button } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { activationWords } from '../words/activation-words.ts'

export function Before({ code }: Screens['before']) {
  const { language, go } = useApp()
  const words = activationWords[language]
  useHeading()
  return (
    <AppFrame
      bar={<AppBar language={language} onBack={() => history.back()} />}
      foot={
        <Button
          onClick={() => go({ at: 'activation-code', ...(code === undefined ? {} : { code }) })}
        >
          {words.understood}
        </Button>
      }
    >
      <h1>{words.beforeTitle}</h1>
      <ul class="points">
        {Object.values(words.before).map(({ title, text }) => (
          <li key={title}>
            <b>{title}</b>
            <br />
            {text}
          </li>
        ))}
      </ul>
    </AppFrame>
  )
}
