/** The way to a MitID by passport, loaded when somebody takes it: most who open the app never do. */
import { AppBar, AppFrame, Button, EmptyState, StatusLine } from '@open-mitid/ui'
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../app/app.ts'
import type { PassportStep } from '../app/passport-step.ts'
import { Problem } from '../part/problem.tsx'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'

type Steps = ComponentType<PassportStep>
let loaded: Steps | undefined

export function Passport(step: PassportStep) {
  const { language } = useApp()
  const words = commonWords[language]
  const [Shown, setShown] = useState<Steps | undefined>(() => loaded)
  const [failed, setFailed] = useState(false)

  const load = () => {
    setFailed(false)
    void import('./passport/steps.tsx').then(
      ({ Steps }) => {
        loaded = Steps
        setShown(() => Steps)
      },
      () => setFailed(true),
    )
  }
  useEffect(() => {
    if (!loaded) load()
  }, [])

  if (Shown) return <Shown {...step} />
  return (
    <AppFrame
      place="middle"
      bar={<AppBar language={language} onBack={() => history.back()} />}
      foot={failed ? <Button onClick={load}>{words.tryAgain}</Button> : undefined}
    >
      <EmptyState title={activationWords[language].byPassport}>
        {failed ? (
          <Problem told={{ kind: 'unreachable' }} />
        ) : (
          <StatusLine state="working">{words.working}</StatusLine>
        )}
      </EmptyState>
    </AppFrame>
  )
}
