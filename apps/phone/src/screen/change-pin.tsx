/** A new PIN: the old one first, then the new one twice. */
import { AppBar, AppFrame, Button, Done, StatusLine } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import type { Told } from '../app/told.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { NewPin } from '../part/new-pin.tsx'
import { PinForm } from '../part/pin-form.tsx'
import { Problem } from '../part/problem.tsx'
import { commonWords } from '../words/common-words.ts'
import { upkeepWords } from '../words/upkeep-words.ts'

export function ChangePin({ id }: Screens['change-pin']) {
  const app = useApp()
  const { language, phone, go } = app
  const words = upkeepWords[language]
  const [old, setOld] = useState<string>()
  const [changed, setChanged] = useState(false)
  const task = useTask(id)
  const ofOldPin = task.problem !== undefined && isOfOldPin(task.problem)
  useHeading(changed ? 'changed' : old === undefined ? 'old' : 'new')

  const change = (next: string) => {
    void task.run(
      () => phone.changePin(id, old ?? '', next),
      () => setChanged(true),
      (told) => {
        if (isOfOldPin(told)) setOld(undefined)
      },
    )
  }

  if (changed)
    return (
      <AppFrame
        place="middle"
        foot={<Button onClick={() => go({ at: 'home', id })}>{commonWords[language].done}</Button>}
      >
        <Done title={words.pinChanged}>
          <p>{words.pinChangedText}</p>
        </Done>
      </AppFrame>
    )
  if (task.busy)
    return (
      <AppFrame place="middle" bar={<AppBar language={language} name={nameOf(app, id)} />}>
        <StatusLine state="working">{words.changing}</StatusLine>
      </AppFrame>
    )
  if (old === undefined)
    return (
      <PinForm
        id={id}
        title={words.oldPinTitle}
        label={words.oldPinLabel}
        verb={commonWords[language].goOn}
        working={words.changing}
        task={ofOldPin ? task : { busy: false, problem: undefined }}
        onPin={setOld}
      />
    )
  return (
    <NewPin
      name={nameOf(app, id)}
      problem={<Problem told={task.problem} />}
      onPin={change}
      onBack={() => history.back()}
    />
  )
}

function isOfOldPin({ kind }: Told): boolean {
  return ['pin-mistyped', 'pin-wrong', 'pin-wait', 'pin-blocked'].includes(kind)
}
