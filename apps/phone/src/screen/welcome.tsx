/** The first screen of an app that holds no profile. */
import { Actions, AppFrame, Button, Details, EmptyState, Mark, Notice } from '@open-mitid/ui'
import { useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { OtherLanguage } from '../part/other-language.tsx'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'
import { homeWords } from '../words/home-words.ts'
import { regainWords } from '../words/regain-words.ts'

export function Welcome({ because }: Screens['welcome']) {
  const { language, settings, install, go } = useApp()
  const words = activationWords[language]
  useHeading()
  return (
    <AppFrame
      place="middle"
      bar={
        <div class="welcome-bar">
          <OtherLanguage />
        </div>
      }
      foot={
        <Actions>
          <Button onClick={() => go({ at: 'before' })}>{words.activate}</Button>
          <Button look="ghost" onClick={() => go({ at: 'passport', step: 'before' })}>
            {words.byPassport}
          </Button>
          <Button look="ghost" onClick={() => go({ at: 'passport', step: 'before', again: {} })}>
            {regainWords[language].enter}
          </Button>
          <Button look="quiet" onClick={() => go({ at: 'help' })}>
            {homeWords[language].help}
          </Button>
        </Actions>
      }
    >
      <div class="welcome stack">
        <Mark />
        {because ? (
          <EmptyState title={words.noProfileTitle}>
            <p>{words.noProfile}</p>
          </EmptyState>
        ) : (
          <EmptyState title={words.welcome(settings.scheme)}>
            <p>{words.welcomeText}</p>
          </EmptyState>
        )}
        {install.beforeActivation ? (
          <Notice title={words.iphoneTitle}>
            <p>{words.iphone}</p>
          </Notice>
        ) : null}
        <Details summary={words.whereTitle}>
          <ul>
            {words.where.map((place) => (
              <li key={place}>{place}</li>
            ))}
          </ul>
        </Details>
        <p class="small muted">{commonWords[language].notState}</p>
      </div>
    </AppFrame>
  )
}
