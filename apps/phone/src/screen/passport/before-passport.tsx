/** Whether this phone can read a passport at all, what is needed for it, and what will happen. */
import { accept } from '@open-mitid/kernel'
import { Actions, AppBar, AppFrame, Button, Notice, StatusLine } from '@open-mitid/ui'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { chipReaderOf, readerOriginOf } from '../../app/chip-reader.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { loadSettings, type Settings } from '../../app/settings.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useTask } from '../../app/use-task.ts'
import { Problem } from '../../part/problem.tsx'
import { commonWords } from '../../words/common-words.ts'
import { helperWords } from '../../words/helper-words.ts'
import { homeWords } from '../../words/home-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { readerWords } from '../../words/reader-words.ts'
import { regainWords } from '../../words/regain-words.ts'
import { Unreachable } from '../../core/index.ts'
import { Spoken } from './spoken.tsx'

export function BeforePassport({ again }: PassportSteps['before']) {
  const app = useApp()
  const { language, go, reader, setSettings } = app
  const words = { ...passportJourneyWords[language], ...(again && regaining()) }
  const [chips, setChips] = useState<'real' | 'none' | { readonly at: string }>()
  const task = useTask()
  useHeading(String(chips !== undefined))

  const check = () =>
    task.run(
      async () => {
        const settings = await loadSettings()
        if (!settings) throw new Unreachable('the settings cannot be read')
        return accept(settings)
      },
      (settings) => {
        setSettings(settings)
        setChips(chipsOf(settings))
      },
    )
  useEffect(() => {
    void check()
  }, [])

  const bar = <AppBar language={language} onBack={() => history.back()} />
  if (chips === undefined)
    return (
      <AppFrame
        bar={bar}
        foot={
          task.problem ? (
            <Button onClick={() => void check()}>{commonWords[language].tryAgain}</Button>
          ) : undefined
        }
      >
        <h1>{words.title}</h1>
        {task.problem ? (
          <Problem told={task.problem} />
        ) : (
          <StatusLine state="working">{words.checking}</StatusLine>
        )}
      </AppFrame>
    )
  if (chips === 'none')
    return (
      <AppFrame
        bar={bar}
        foot={
          <Actions>
            <Button onClick={() => go({ at: 'passport', step: 'helper', again })}>
              {helperWords[language].offer}
            </Button>
            <Button look="ghost" onClick={() => history.back()}>
              {words.toStart}
            </Button>
            <Button look="quiet" onClick={() => go({ at: 'help' })}>
              {homeWords[language].help}
            </Button>
          </Actions>
        }
      >
        <h1>{words.cannotTitle}</h1>
        <p>{words.cannot}</p>
        <Points points={Object.values(words.otherWays)} />
        {deskReader()}
      </AppFrame>
    )
  return (
    <AppFrame
      bar={bar}
      foot={
        <Actions>
          <Button onClick={() => go({ at: 'passport', step: 'zone', again })}>
            {commonWords[language].goOn}
          </Button>
          <Button look="quiet" onClick={() => go({ at: 'passport', step: 'helper', again })}>
            {helperWords[language].offer}
          </Button>
        </Actions>
      }
    >
      <h1>{words.title}</h1>
      <p>{words.needs}</p>
      {reader ? <Notice kind="done" title={readerWords[language].connected} /> : null}
      {chips === 'real' ? null : (
        <Notice title={words.sandboxTitle}>
          <p>{words.sandbox}</p>
          <p>
            <a href={chips.at} target="_blank" rel="noreferrer">
              {words.drawer}
            </a>
          </p>
        </Notice>
      )}
      <h2>{words.howTitle}</h2>
      <Points points={Object.values(how())} />
      <Spoken />
      <h2>{words.otherTitle}</h2>
      <p>{words.other}</p>
      {deskReader()}
      <h2>{helperWords[language].entry}</h2>
      <p>{helperWords[language].entryText}</p>
      <Button look="ghost" onClick={() => go({ at: 'passport', step: 'help-scan' })}>
        {helperWords[language].entry}
      </Button>
    </AppFrame>
  )

  function how() {
    const { chipTitle: title } = readerWords[language]
    return reader ? { ...words.how, chip: { ...words.how.chip, title } } : words.how
  }

  /** A phone has no reader of that kind. */
  function deskReader() {
    if (reader || readerOriginOf(app) === undefined) return null
    return (
      <>
        <h2>{readerWords[language].entry}</h2>
        <p>{readerWords[language].entryText}</p>
        <Button look="ghost" onClick={() => go({ at: 'passport', step: 'reader', again })}>
          {readerWords[language].entry}
        </Button>
      </>
    )
  }

  function chipsOf(settings: Settings) {
    if (!chipReaderOf({ ...app, settings })) return 'none'
    const { chipOrigin: at } = settings
    return at === undefined || reader ? 'real' : { at }
  }

  function regaining() {
    const { title, titlePin, needs, rest, restPin, told, other } = regainWords[language]
    const { how } = passportJourneyWords[language]
    const isPin = again?.pin !== undefined
    return {
      title: isPin ? titlePin : title,
      needs: `${needs} ${told}`,
      how: { ...how, rest: isPin ? restPin : rest },
      other,
    }
  }
}

type Point = { readonly title: string; readonly text: string }

function Points({ points }: { points: readonly Point[] }) {
  return (
    <ul class="points">
      {points.map(({ title, text }) => (
        <li key={title}>
          <b>{title}</b>
          <br />
          {text}
        </li>
      ))}
    </ul>
  )
}
