/** This phone reaches no chip: a helper's reads the passport, and its person goes on here. */
import { Actions, AppBar, AppFrame, Button, Notice, QrFigure, StatusLine } from '@open-mitid/ui'
import { encodeQR } from 'qr'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { askForHelp, type HelpOffer } from '../../core/passport/index.ts'
import { commonWords } from '../../words/common-words.ts'
import { helperWords } from '../../words/helper-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { usePassportTask } from './use-passport-task.ts'

/** Milliseconds: between two looks, and before a code gives way to the next while it still lives. */
const pause = 2500
const renewal = 90_000

export function HelperStep({ again }: PassportSteps['helper']) {
  const { language, go, line, say } = useApp()
  const words = helperWords[language]
  const asking = useMemo(() => askForHelp(line, again ? 'again' : 'first'), [line])
  const [offer, setOffer] = useState<HelpOffer>()
  const [taken, setTaken] = useState(false)
  const shownAt = useRef(0)
  const offering = usePassportTask(again)
  const watching = usePassportTask(again)
  useHeading(String(taken))

  const show = () =>
    offering.run(
      () => asking.offer(),
      (next) => {
        shownAt.current = performance.now()
        setTaken(false)
        setOffer(next)
      },
    )
  useEffect(() => {
    void show()
  }, [])

  const look = () =>
    watching.run(
      () => asking.standing(),
      (standing) => {
        if (standing === 'taken') {
          setTaken(true)
          return undefined
        }
        if (standing !== 'waiting') {
          go({ at: 'passport', step: 'face-before', again, proved: standing })
          return undefined
        }
        return performance.now() - shownAt.current > renewal ? show() : undefined
      },
    )
  useEffect(() => {
    if (!offer) return
    const looking = setInterval(() => void look(), pause)
    return () => clearInterval(looking)
  }, [offer])
  useEffect(() => {
    if (taken) say(words.takenTitle)
  }, [taken])

  return (
    <AppFrame
      bar={<AppBar language={language} onBack={() => history.back()} />}
      foot={
        taken ? (
          <Button look="ghost" onClick={() => void show()}>
            {words.notOurs}
          </Button>
        ) : offering.problem ? (
          <Actions>
            <Button onClick={() => void show()}>{commonWords[language].tryAgain}</Button>
          </Actions>
        ) : undefined
      }
    >
      <h1>{taken ? words.takenTitle : words.title}</h1>
      {taken ? (
        <>
          <p>{words.takenText}</p>
          <StatusLine state="working">{words.taken}</StatusLine>
        </>
      ) : (
        <>
          <p>{words.lead}</p>
          {offer ? (
            <QrFigure matrix={modulesOf(offer.link)} alt={words.qrAlt} caption={words.changes} />
          ) : (
            <StatusLine state="working">{words.fetching}</StatusLine>
          )}
          <ol>
            {words.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Notice kind="warn">
            <p>{words.warning}</p>
          </Notice>
          {offer ? <StatusLine state="working">{words.waiting}</StatusLine> : null}
        </>
      )}
      <PassportProblem told={offering.problem ?? watching.problem} />
    </AppFrame>
  )
}

/** The library always adds a border; the figure has its own. */
function modulesOf(link: string): boolean[][] {
  const inside = <Item,>(all: readonly Item[]) => all.slice(1, -1)
  return inside(encodeQR(link, 'raw', { border: 1 })).map(inside)
}
