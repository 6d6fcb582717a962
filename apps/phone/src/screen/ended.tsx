/** A profile that is over on this phone: why, and what to do next. */
import { Actions, AppFrame, Button, EmptyState } from '@open-mitid/ui'
import { nameOf, useApp } from '../app/app.ts'
import { screenOf, type Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { homeWords } from '../words/home-words.ts'
import { regainWords } from '../words/regain-words.ts'
import { upkeepWords } from '../words/upkeep-words.ts'

export function Ended({ id, why }: Screens['ended']) {
  const app = useApp()
  const { language, phone, reload, go } = app
  const words = upkeepWords[language]
  useHeading()

  const forget = async () => {
    await phone.forget(id)
    const [first, ...others] = await reload()
    if (!first) go({ at: 'welcome' })
    else go(others.length > 0 ? { at: 'chooser' } : screenOf(first))
  }
  const again = async () => {
    await phone.forget(id)
    await reload()
    go({ at: 'before' })
  }

  const byPassport = async () => {
    await phone.forget(id)
    await reload()
    go({ at: 'passport', step: 'before', again: {} })
  }

  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          <Button onClick={() => void again()}>{words.again}</Button>
          <Button look="ghost" onClick={() => void byPassport()}>
            {regainWords[language].byPassport}
          </Button>
          <Button look="ghost" onClick={() => void forget()}>
            {words.forget}
          </Button>
          {app.profiles.length > 1 ? (
            <Button look="quiet" onClick={() => go({ at: 'chooser' })}>
              {homeWords[language].others}
            </Button>
          ) : null}
        </Actions>
      }
    >
      <EmptyState
        icon="warn"
        title={words.endedTitle(nameOf(app, id) ?? homeWords[language].nameless)}
      >
        <p>{words.ended[why]}</p>
        <p>{words.endedNext[why]}</p>
      </EmptyState>
    </AppFrame>
  )
}
