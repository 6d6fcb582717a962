/**
 * What a service asks: who, what, where from, then PIN and swipe. Every word of the request comes
 * from the string of `render`, which is what is signed (protocols §2).
 */
import { Actions, AppBar, AppFrame, Button, Checkbox, TimeLeft } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { useTimeLeft } from '../app/use-time-left.ts'
import { Matter, Origin } from '../part/matter.tsx'
import { PinAndSlide } from '../part/pin-and-slide.tsx'
import { Problem } from '../part/problem.tsx'
import { approvalWords } from '../words/approval-words.ts'

export function Approval({ id, asked }: Screens['approval']) {
  const app = useApp()
  const { language, phone, go } = app
  const { shown } = asked
  const words = approvalWords[language]
  const unseen = shown.from.flow !== 'same' && !shown.from.known_browser
  const [remember, setRemember] = useState(false)
  const [sitsAtIt, setSitsAtIt] = useState(false)
  const task = useTask(id)
  const left = useTimeLeft(asked.expiresAt)
  const warned = unseen && !sitsAtIt
  useHeading(warned ? 'warning' : 'approval')

  const refuse = (reason: 'cancel' | 'not_me') => {
    void task.run(
      () => phone.refuse(id, asked, reason),
      () => go({ at: 'refused', id, reason }),
      (told) => {
        if (told.kind === 'sign-in-moved-on') go({ at: 'over', id })
      },
    )
  }

  const noes = (
    <Actions along="row">
      <Button
        look="ghost"
        busy={task.busy ? words.refusing : undefined}
        onClick={() => refuse('cancel')}
      >
        {words.refuse}
      </Button>
      <Button look="ghost" onClick={() => refuse('not_me')}>
        {words.notMe}
      </Button>
    </Actions>
  )
  const bar = (
    <AppBar language={language} name={nameOf(app, id)} aside={<TimeLeft>{left}</TimeLeft>} />
  )

  if (warned)
    return (
      <AppFrame
        bar={bar}
        alarm={
          <>
            <h1>{words.unseen}</h1>
            <p>{words.unseenText}</p>
            <p>{words.onThePhone}</p>
          </>
        }
        foot={
          <>
            <Problem told={task.problem} />
            <Button onClick={() => setSitsAtIt(true)}>{words.goOn}</Button>
            {noes}
          </>
        }
      >
        <Origin shown={shown} />
      </AppFrame>
    )
  return (
    <AppFrame
      bar={bar}
      foot={
        <>
          <Problem told={task.problem} />
          <PinAndSlide id={id} asked={asked} remember={remember} />
          {noes}
        </>
      }
    >
      <Matter shown={shown} reminder={unseen ? words.unseenReminder : undefined}>
        {unseen ? (
          <Checkbox
            name="remember"
            label={words.remember}
            hint={words.rememberHint}
            checked={remember}
            onChecked={setRemember}
          />
        ) : null}
      </Matter>
    </AppFrame>
  )
}
