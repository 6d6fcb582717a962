/** The second code, which came another way than the first. */
import { SecondCode } from '@open-mitid/protocol'
import { Actions, AppBar, AppFrame, Button, Notice, PinField, plural } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { nameOf, othersOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { sentenceOf, untilWhen, type Told } from '../app/told.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { useWrong } from '../app/use-wrong.ts'
import type { SecondCodeSent } from '../core/index.ts'
import { Problem } from '../part/problem.tsx'
import { activationWords } from '../words/activation-words.ts'
import { commonWords } from '../words/common-words.ts'

export function SecondCodeScreen({ id }: Screens['second-code']) {
  const app = useApp()
  const { language, phone, go, reload } = app
  const words = activationWords[language]
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const [sentAgain, setSentAgain] = useState(false)
  const task = useTask(id)
  useHeading()
  const error = missing ? words.secondMissing : errorOf(task.problem)
  useWrong('second-code', error)
  const profile = app.profiles.find((held) => held.id === id)
  const second = profile?.stage === 'second-code' ? profile.second : undefined

  const refused = async (told: Told) => {
    setCode('')
    await reload()
    if (told.kind === 'activation-ended') go({ at: 'activation-ended', id })
  }

  const confirm = () => {
    const typed = SecondCode.parse(code)
    setMissing(typed === undefined)
    setSentAgain(false)
    if (typed === undefined) return
    void task.run(
      () => phone.confirmSecond(id, typed),
      async () => {
        await reload()
        go({ at: 'choose-pin', id })
      },
      refused,
    )
  }

  const sendAgain = () => {
    setMissing(false)
    setSentAgain(false)
    void task.run(
      () => phone.sendAgain(id),
      async () => {
        await reload()
        setCode('')
        setSentAgain(true)
      },
      refused,
    )
  }

  const startOver = async () => {
    await phone.forget(id)
    await reload()
    go({ at: 'before' })
  }

  return (
    <form
      class="screen"
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <AppFrame
        bar={<AppBar language={language} name={nameOf(app, id)} onBack={othersOf(app)} />}
        foot={
          <Actions>
            <Button busy={task.busy ? commonWords[language].working : undefined}>
              {commonWords[language].goOn}
            </Button>
            <Actions along="row">
              {mayAskAgain(second) ? (
                <Button look="quiet" onClick={sendAgain}>
                  {words.sendAgain}
                </Button>
              ) : null}
              <Button look="quiet" onClick={() => void startOver()}>
                {words.startOver}
              </Button>
            </Actions>
          </Actions>
        }
      >
        <h1>{second?.channel === 'letter' ? words.letterTitle : words.secondTitle}</h1>
        {second ? <p>{whereItIs(second)}</p> : null}
        <PinField
          name="second-code"
          label={words.secondLabel}
          error={error}
          masked={false}
          value={code}
          onValue={setCode}
        />
        {sentAgain ? (
          <Notice kind="done" live>
            <p>{second?.channel === 'letter' ? words.letterSentAgain : words.sentAgain}</p>
          </Notice>
        ) : null}
        {task.problem?.kind === 'activation-unknown' ? (
          <Notice kind="warn" live>
            <p>{words.cannotSendAgain}</p>
          </Notice>
        ) : (
          <Problem told={errorOf(task.problem) ? undefined : task.problem} />
        )}
      </AppFrame>
    </form>
  )

  function whereItIs({ channel, to, expires_at: until }: SecondCodeSent): string {
    const when = untilWhen(until, language)
    if (channel === 'letter') return `${words.letter} ${words.letterUntil(when)}`
    const sent = words.sentTo[channel](to.replaceAll(' ', '\u00a0'))
    return `${sent} ${words.validUntil(when)}`
  }

  /** What belongs to the field itself. */
  function errorOf(told: Told | undefined): string | undefined {
    if (told?.kind !== 'second-code-wrong') return undefined
    const tries = plural(told.tries_left, language, words.triesLeft)
    return told.tries_left > 0 ? words.secondWrong(tries) : sentenceOf(told, language)
  }
}

/** Seconds that an activation waits on after a letter has had a week to come. */
const lateLetter = 23 * 24 * 60 * 60

/** A letter may still be on its way: the server sends no other within a week of it. */
function mayAskAgain(second: SecondCodeSent | undefined): boolean {
  return second?.channel !== 'letter' || Date.now() / 1000 > second.expires_at - lateLetter
}
