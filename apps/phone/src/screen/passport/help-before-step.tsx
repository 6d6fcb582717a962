/** Before a helper reads somebody's passport: whether this phone can, and for whom one does it. */
import { accept } from '@open-mitid/kernel'
import { Actions, AppBar, AppFrame, Button, EmptyState, StatusLine } from '@open-mitid/ui'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { chipReaderOf, readerOriginOf } from '../../app/chip-reader.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { loadSettings } from '../../app/settings.ts'
import { useHeading } from '../../app/use-heading.ts'
import { Unreachable } from '../../core/index.ts'
import { takeHelp, type Helping } from '../../core/passport/index.ts'
import { commonWords } from '../../words/common-words.ts'
import { helperWords } from '../../words/helper-words.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { readerWords } from '../../words/reader-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { Spoken } from './spoken.tsx'
import { usePassportTask } from './use-passport-task.ts'

/** The code is taken at once, since it lives two minutes; but never by a phone that cannot read. */
export function HelpBeforeStep({ offer }: PassportSteps['help-before']) {
  const app = useApp()
  const { language, go, line, setSettings } = app
  const words = helperWords[language]
  const [helping, setHelping] = useState<Helping | 'cannot'>()
  const task = usePassportTask()
  useHeading(String(helping === 'cannot'))

  const take = () =>
    task.run<Helping | 'cannot'>(async () => {
      const settings = await loadSettings()
      if (!settings) throw new Unreachable('the settings cannot be read')
      setSettings(settings)
      return chipReaderOf({ ...app, settings }) ? takeHelp(line, offer) : accept('cannot')
    }, setHelping)
  useEffect(() => {
    void take()
  }, [])

  if (helping === 'cannot')
    return (
      <AppFrame
        place="middle"
        bar={<AppBar language={language} onBack={() => history.back()} />}
        foot={
          <Actions>
            <Button onClick={() => history.back()}>{passportJourneyWords[language].toStart}</Button>
            {readerOriginOf(app) === undefined ? null : (
              <Button
                look="ghost"
                onClick={() =>
                  go({ at: 'passport', step: 'reader', next: { step: 'help-before', offer } })
                }
              >
                {readerWords[language].entry}
              </Button>
            )}
          </Actions>
        }
      >
        <EmptyState icon="warn" title={words.cannotTitle}>
          <p>{words.cannot}</p>
        </EmptyState>
      </AppFrame>
    )
  return (
    <AppFrame
      bar={<AppBar language={language} onBack={() => history.back()} />}
      foot={<Actions>{choice()}</Actions>}
    >
      <h1>{words.beforeTitle}</h1>
      <ul>
        {words.before.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Spoken />
      {task.busy ? <StatusLine state="working">{commonWords[language].working}</StatusLine> : null}
      <PassportProblem told={task.problem} />
    </AppFrame>
  )

  function choice() {
    if (helping !== undefined && helping !== 'cannot')
      return (
        <Button onClick={() => go({ at: 'passport', step: 'zone', helping })}>
          {commonWords[language].goOn}
        </Button>
      )
    if (task.problem?.kind === 'help-unknown')
      return (
        <Button onClick={() => go({ at: 'passport', step: 'help-scan' })}>{words.scanAgain}</Button>
      )
    if (task.problem)
      return <Button onClick={() => void take()}>{commonWords[language].tryAgain}</Button>
    return null
  }
}
