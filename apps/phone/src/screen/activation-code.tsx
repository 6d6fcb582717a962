/** The first code: twelve letters, typed, pasted or brought by a link. */
import { refuse } from '@open-mitid/kernel'
import { ActivationCode } from '@open-mitid/protocol'
import { CodeField } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import type { Told } from '../app/told.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { useWrong } from '../app/use-wrong.ts'
import { Problem } from '../part/problem.tsx'
import { AnswerForm } from '../part/answer-form.tsx'
import { activationWords } from '../words/activation-words.ts'

export function ActivationCodeScreen({ code: given = '', refused }: Screens['activation-code']) {
  const { language, phone, reload, go } = useApp()
  const words = activationWords[language]
  const [code, setCode] = useState(given)
  const [before, setBefore] = useState<Told | undefined>(refused && { kind: 'activation-unknown' })
  const task = useTask()
  useHeading()
  const problem = task.problem ?? before
  const unknown = problem?.kind === 'activation-unknown'
  const error = unknown ? words.codeUnknown : undefined
  useWrong('code', error)

  const open = () => {
    setBefore(undefined)
    void task.run(
      async () =>
        ActivationCode.parse(code) === undefined
          ? refuse({ kind: 'activation-unknown' })
          : phone.open(code, ''),
      async ({ id }) => {
        await reload()
        go({ at: 'naming', id })
      },
      async () => {
        const held = await reload()
        const cut = held.find(({ stage }) => stage === 'opening')
        if (cut) go({ at: 'resume', id: cut.id })
      },
    )
  }

  return (
    <AnswerForm busy={task.busy} onAnswer={open}>
      <h1>{words.codeTitle}</h1>
      <CodeField
        name="code"
        label={words.codeLabel}
        hint={words.codeHint}
        error={error}
        groups={[4, 4, 4]}
        value={code}
        onValue={setCode}
      />
      <Problem told={unknown ? undefined : problem} />
    </AnswerForm>
  )
}
