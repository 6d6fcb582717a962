/** A reader at this computer is connected: its program shows a code, and whoever sits here types it. */
import { refuse } from '@open-mitid/kernel'
import { TypedCode } from '@open-mitid/protocol'
import { AppBar, AppFrame, Button, CodeField, Notice } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { readerOriginOf } from '../../app/chip-reader.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useWork } from '../../app/use-work.ts'
import { useWrong } from '../../app/use-wrong.ts'
import { pairReader, type PairRefusal } from '../../core/passport/index.ts'
import { readerWords } from '../../words/reader-words.ts'

type Told = PairRefusal | { readonly kind: 'code-missing' }

export function ReaderStep({ again, next }: PassportSteps['reader']) {
  const app = useApp()
  const { language, go, line, setReader } = app
  const words = readerWords[language]
  const [typed, setTyped] = useState('')
  const work = useWork<Told>()
  const error = errorOf(work.problem?.kind)
  useHeading()
  useWrong('reader-code', error)

  const connect = () =>
    work.run(
      async () => {
        const code = TypedCode.parse(typed)
        if (code === undefined) return refuse({ kind: 'code-missing' })
        const origin = readerOriginOf(app)
        if (origin === undefined) return refuse({ kind: 'no-program' })
        return pairReader({ origin, fetch: line.fetch }, code)
      },
      (reader) => {
        setReader(reader)
        go({ at: 'passport', ...(next ?? { step: 'before', again }) })
      },
    )

  return (
    <form
      class="screen"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void connect()
      }}
    >
      <AppFrame
        bar={<AppBar language={language} onBack={() => history.back()} />}
        foot={<Button busy={work.busy ? words.connecting : undefined}>{words.connect}</Button>}
      >
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <CodeField
          name="reader-code"
          label={words.code}
          hint={words.codeHint}
          error={error}
          value={typed}
          onValue={(code) => {
            setTyped(code)
            work.clear()
          }}
        />
        {work.problem && error === undefined ? (
          <Notice kind="warn" live>
            <p>{words.noProgram}</p>
          </Notice>
        ) : null}
        <p class="small muted">{words.warning}</p>
      </AppFrame>
    </form>
  )

  function errorOf(kind: string | undefined): string | undefined {
    if (kind === 'code-missing') return words.codeMissing
    if (kind === 'code-wrong') return words.codeWrong
    return undefined
  }
}
