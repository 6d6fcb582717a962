/** Whose MitID is it? Shown where an app holds more than one profile. */
import { AppFrame, Avatar, Button } from '@open-mitid/ui'
import type { ProfileView } from '../core/index.ts'
import { useApp } from '../app/app.ts'
import { screenOf, type Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { OtherLanguage } from '../part/other-language.tsx'
import { homeWords } from '../words/home-words.ts'

export function Chooser({ secret }: Screens['chooser']) {
  const { language, profiles, go } = useApp()
  const words = homeWords[language]
  useHeading()

  const choose = (profile: ProfileView) => {
    if (secret && profile.stage === 'active') go({ at: 'claiming', id: profile.id, secret })
    else go(screenOf(profile))
  }

  return (
    <AppFrame
      bar={
        <div class="welcome-bar">
          <OtherLanguage />
        </div>
      }
      foot={
        secret ? undefined : (
          <Button look="ghost" onClick={() => go({ at: 'before' })}>
            {words.add}
          </Button>
        )
      }
    >
      <h1>{words.chooseTitle}</h1>
      <p>{words.chooseText}</p>
      <ul class="people">
        {profiles
          .filter(({ stage }) => !secret || stage === 'active')
          .map((profile) => (
            <li key={profile.id}>
              <button type="button" class="person" onClick={() => choose(profile)}>
                <Avatar name={profile.nickname} />
                <span>
                  <b>{profile.nickname === '' ? words.nameless : profile.nickname}</b>
                  {profile.stage === 'active' ? null : (
                    <span class="small muted">
                      {profile.stage === 'ended' ? words.ended : words.unfinished}
                    </span>
                  )}
                </span>
              </button>
            </li>
          ))}
      </ul>
    </AppFrame>
  )
}
