/** The typed code: eight letters from the other screen, for whoever cannot or will not scan. */
import { refuse } from '@open-mitid/kernel'
import { TypedCode } from '@open-mitid/protocol'
import { AppBar, AppFrame, Button, CodeField } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { untilWhen, type Told } from '../app/told.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { useWrong } from '../app/use-wrong.ts'
import { Problem } from '../part/problem.tsx'
import { scanWords } from '../words/scan-words.ts'

export function TypeCode({ id }: Screens['type-code']) {
  const app = useApp()
  const { language, phone, go } = app
  const words = scanWords[language]
  const [typed, setTyped] = useState('')
  const task = useTask(id)
  const error = errorOf(task.problem)
  useHeading()
  useWrong('code', error)

  const fetchIt = () => {
    void task.run(
      async () => {
        const code = TypedCode.parse(typed)
        return code === undefined
          ? refuse({ kind: 'malformed' })
          : phone.claim(id, { kind: 'code', code })
      },
      (asked) => go({ at: 'approval', id, asked }),
    )
  }

  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        fetchIt()
      }}
    >
      <AppFrame
        bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
        foot={<Button busy={task.busy ? words.claiming : undefined}>{words.fetch}</Button>}
      >
        <h1>{words.typeTitle}</h1>
        <CodeField
          name="code"
          label={words.typeLabel}
          hint={words.typeHint}
          error={error}
          value={typed}
          onValue={(code) => {
            setTyped(code)
            task.clear()
          }}
        />
        <Problem told={error === undefined ? task.problem : undefined} />
      </AppFrame>
    </form>
  )

  function errorOf(told: Told | undefined): string | undefined {
    if (told?.kind === 'malformed') return words.typeMissing
    if (told?.kind === 'claim-unknown') return words.claimCode
    if (told?.kind === 'wait') return words.waitUntil(untilWhen(told.until, language))
    return undefined
  }
}
