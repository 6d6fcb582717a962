/** A request is fetched by what a QR code or a link carried. Refused, the camera stays off. */
import { Actions, AppBar, AppFrame, Button, EmptyState, StatusLine } from '@open-mitid/ui'
import { useEffect } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { Problem } from '../part/problem.tsx'
import { commonWords } from '../words/common-words.ts'
import { scanWords } from '../words/scan-words.ts'

export function Claiming({ id, secret }: Screens['claiming']) {
  const app = useApp()
  const { language, phone, go } = app
  const words = scanWords[language]
  const task = useTask(id)
  const unreachable = task.problem?.kind === 'unreachable'
  useHeading(task.problem?.kind ?? 'claiming')

  const claim = () => {
    void task.run(
      () => phone.claim(id, secret),
      (asked) => go({ at: 'approval', id, asked }),
    )
  }
  useEffect(claim, [id, secret])

  const bar = <AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />
  if (!task.problem)
    return (
      <AppFrame place="middle" bar={bar}>
        <StatusLine state="working">{words.claiming}</StatusLine>
      </AppFrame>
    )
  return (
    <AppFrame
      place="middle"
      bar={bar}
      foot={
        <Actions>
          {unreachable ? (
            <Button onClick={claim}>{commonWords[language].tryAgain}</Button>
          ) : (
            <Button onClick={() => go({ at: 'scan', id })}>{words.scanAgain}</Button>
          )}
          <Button look="ghost" onClick={() => go({ at: 'type-code', id })}>
            {words.type}
          </Button>
        </Actions>
      }
    >
      <EmptyState icon="warn" title={words.claimTitle}>
        {task.problem.kind === 'claim-unknown' ? (
          <p>{secret.kind === 'start' ? words.claimStart : words.claimQr}</p>
        ) : null}
      </EmptyState>
      <Problem told={task.problem.kind === 'claim-unknown' ? undefined : task.problem} />
    </AppFrame>
  )
}
