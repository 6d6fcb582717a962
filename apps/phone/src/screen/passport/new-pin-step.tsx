/** A new PIN in the place of one that was forgotten, after passport and face. */
import { AppBar, AppFrame, Button, Done, StatusLine } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useTask } from '../../app/use-task.ts'
import { NewPin } from '../../part/new-pin.tsx'
import { Problem } from '../../part/problem.tsx'
import { commonWords } from '../../words/common-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { regainWords } from '../../words/regain-words.ts'

export function NewPinStep({ proof, id }: PassportSteps['new-pin']) {
  const app = useApp()
  const { language, phone, go } = app
  const words = regainWords[language]
  const [done, setDone] = useState(false)
  const task = useTask(id)
  const unproved = task.problem?.kind === 'not-proved'
  useHeading(done ? 'done' : unproved ? 'unproved' : 'new')

  const reset = (pin: string) => {
    void task.run(
      () => phone.resetPin(id, proof, pin),
      async () => {
        await Promise.all([app.reload(), app.way.drop()])
        setDone(true)
      },
    )
  }

  if (done)
    return (
      <AppFrame
        place="middle"
        foot={<Button onClick={() => go({ at: 'home', id })}>{commonWords[language].done}</Button>}
      >
        <Done title={words.resetTitle}>
          <p>{words.resetText}</p>
        </Done>
      </AppFrame>
    )
  if (unproved)
    return (
      <AppFrame
        foot={
          <Button onClick={() => go({ at: 'passport', step: 'before', again: { pin: id } })}>
            {passportJourneyWords[language].beginAgain}
          </Button>
        }
      >
        <h1>{passportJourneyWords[language].againTitle}</h1>
        <Problem told={task.problem} />
      </AppFrame>
    )
  if (task.busy)
    return (
      <AppFrame place="middle" bar={<AppBar language={language} name={nameOf(app, id)} />}>
        <StatusLine state="working">{words.resetting}</StatusLine>
      </AppFrame>
    )
  return <NewPin name={nameOf(app, id)} problem={<Problem told={task.problem} />} onPin={reset} />
}
