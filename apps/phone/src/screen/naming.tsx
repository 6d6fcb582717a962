/** What a profile is called on this phone: so that a family keeps theirs apart. */
import { AppBar, AppFrame, Button, Field } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import { parseNickname } from '../app/nickname.ts'
import { screenOf, type Screen, type Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useWrong } from '../app/use-wrong.ts'
import type { ProfileView } from '../core/index.ts'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'
import { upkeepWords } from '../words/upkeep-words.ts'

export function Naming({ id }: Screens['naming']) {
  const { language } = useApp()
  return (
    <Name
      id={id}
      title={activationWords[language].nameTitle}
      verb={commonWords[language].goOn}
      next={(profile) => screenOf(profile)}
    />
  )
}

export function Rename({ id }: Screens['rename']) {
  const { language } = useApp()
  const words = upkeepWords[language]
  return (
    <Name
      id={id}
      back
      title={words.renameTitle}
      verb={words.save}
      next={() => ({ at: 'home', id, note: words.renamed })}
    />
  )
}

type Props = {
  id: string
  title: string
  verb: string
  next: (profile: ProfileView) => Screen
  back?: boolean
}

function Name({ id, title, verb, next, back = false }: Props) {
  const app = useApp()
  const words = activationWords[app.language]
  const [typed, setTyped] = useState(nameOf(app, id) ?? '')
  const [wrong, setWrong] = useState(false)
  const error = wrong ? words.nameTooLong : undefined
  useHeading()
  useWrong('nickname', error)

  const save = async () => {
    const name = parseNickname(typed)
    setWrong(name === undefined)
    if (name === undefined) return
    await app.phone.rename(id, name)
    const profile = (await app.reload()).find((held) => held.id === id)
    if (profile) app.go(next(profile))
  }

  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <AppFrame
        bar={<AppBar language={app.language} {...(back && { onBack: () => history.back() })} />}
        foot={<Button>{verb}</Button>}
      >
        <h1>{title}</h1>
        <Field
          name="nickname"
          label={words.nameLabel}
          hint={words.nameHint}
          error={error}
          autocomplete="off" // else the browser keeps it among its own suggestions, in clear
          maxlength={60}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </AppFrame>
    </form>
  )
}
