/** The five safety rules, and what to do when something goes wrong. */
import { AppBar, AppFrame, Button, Details } from '@open-mitid/ui'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { WebsiteLink } from '../part/website-link.tsx'
import { helpWords } from '../words/help-words.ts'
import { regainWords } from '../words/regain-words.ts'

export function Help({ id }: Screens['help']) {
  const app = useApp()
  const words = helpWords[app.language]
  useHeading()
  return (
    <AppFrame
      bar={<AppBar language={app.language} name={nameOf(app, id)} onBack={() => history.back()} />}
      foot={
        <Button look="ghost" onClick={() => app.go({ at: 'passport', step: 'before', again: {} })}>
          {regainWords[app.language].enter}
        </Button>
      }
    >
      <h1>{words.title}</h1>
      <h2>{words.rulesTitle}</h2>
      <ol>
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <h2>{words.questionsTitle}</h2>
      {Object.values(words.questions).map(({ title, text }) => (
        <Details key={title} summary={title}>
          <p>{text}</p>
        </Details>
      ))}
      <WebsiteLink page="help">{words.more}</WebsiteLink>
    </AppFrame>
  )
}
