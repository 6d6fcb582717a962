/** The chip is read and put to the proof while the passport lies on the phone. */
import { Actions, AppBar, AppFrame, Button, StatusLine } from '@open-mitid/ui'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { chipReaderOf } from '../../app/chip-reader.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { beginPassport, readForAnother, type PassportProgress } from '../../core/passport/index.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { readerWords } from '../../words/reader-words.ts'
import { passportTold } from '../../words/passport-told.ts'
import { PassportFigure } from './passport-figure.tsx'
import { PassportProblem } from './passport-problem.tsx'
import { ReadingSteps } from './reading-steps.tsx'
import { useVoice } from './use-voice.ts'
import { usePassportTask, type PassportTold } from './use-passport-task.ts'

/** A helper's phone is told that it is done, and no more. */
type Reading = ReturnType<typeof beginPassport> | ReturnType<typeof readForAnother>

export function ChipStep({ fields, typed, again, helping }: PassportSteps['chip']) {
  const app = useApp()
  const { language, go, line } = app
  const words = {
    ...passportJourneyWords[language],
    ...(app.reader && pick(readerWords[language])),
  }
  const [progress, setProgress] = useState<PassportProgress>()
  const task = usePassportTask(again, helping)
  // What was read of the chip outlives the passport's leaving the phone.
  const reading = useRef<Reading>(undefined)
  useHeading()
  useVoice(aloud())

  const read = () => {
    reading.current ??= begin()
    const { current } = reading
    if (!current) {
      go({ at: 'passport', step: 'before', again })
      return
    }
    void task.run(
      () => current.goOn(),
      (proved) =>
        go(
          proved
            ? { at: 'passport', step: 'face-before', again, proved }
            : { at: 'passport', step: 'help-done' },
        ),
      (told) => {
        if (!isWrong(told)) return
        const [first] = fields
        const here = { at: 'passport', again, helping, wrong: true } as const
        go(typed && first ? { ...here, step: 'typed', fields: first } : { ...here, step: 'zone' })
      },
    )
  }
  const connectAgain = () => {
    const next = { step: 'chip', fields, again, helping, ...(typed && { typed }) } as const
    go({ at: 'passport', step: 'reader', again, next })
  }
  const begin = (): Reading | undefined => {
    const reader = chipReaderOf(app)
    if (!reader) return undefined
    const given = { fields, reader, tell: setProgress }
    if (helping) return readForAnother(line, helping, given)
    return beginPassport(line, { ...given, purpose: again ? 'again' : 'first' })
  }

  return (
    <AppFrame
      bar={<AppBar language={language} {...(!task.busy && { onBack: () => history.back() })} />}
      foot={
        <Actions>
          {isOver(task.problem) ? (
            <Button onClick={connectAgain}>{readerWords[language].connectAgain}</Button>
          ) : (
            <Button busy={task.busy ? told(progress) : undefined} onClick={read}>
              {reading.current ? words.readOn : words.read}
            </Button>
          )}
        </Actions>
      }
    >
      <ReadingSteps step="chip" again={again} helping={helping} />
      <h1>{words.chipTitle}</h1>
      <PassportFigure on={app.reader ? 'reader' : 'phone'} />
      <p>{words.chipText}</p>
      {task.busy ? (
        <>
          <progress
            class="progress"
            max={1}
            value={partOf(progress)}
            aria-label={words.progress}
          ></progress>
          <StatusLine state="working">{told(progress)}</StatusLine>
        </>
      ) : (
        <p class="small muted">{words.chipWhy}</p>
      )}
      <PassportProblem told={task.problem} />
    </AppFrame>
  )

  /** Not file by file, and what went wrong rather than what to do. */
  function aloud(): string {
    const { problem } = task
    if (problem && problem.kind !== 'unreachable') return passportTold(problem, language)
    if (!task.busy) return words.chipText
    return progress?.step === 'reading' ? words.opening : told(progress)
  }

  function told(now: PassportProgress | undefined): string {
    switch (now?.step) {
      case undefined:
        return words.opening
      case 'reading':
        return words.reading(now.file)
      case 'proving':
        return words.proving
      case 'judging':
        return words.judging
    }
  }
}

/** The files before the photo are small; the photo is most of the time. */
const starts = {
  card_access: 0,
  sod: 0,
  dg1: 0.1,
  dg14: 0.12,
  dg15: 0.14,
  dg11: 0.16,
  dg12: 0.18,
  dg2: 0.2,
} as const
const ofPhoto = 0.65

function partOf(progress: PassportProgress | undefined): number {
  switch (progress?.step) {
    case undefined:
      return 0
    case 'reading': {
      const { file, read, of } = progress
      return starts[file] + (file === 'dg2' && of > 0 ? (read / of) * ofPhoto : 0)
    }
    case 'proving':
      return 0.88
    case 'judging':
      return 0.95
  }
}

/** How a passport is laid on a reader, in the place of how it is laid on a phone. */
function pick({ chipTitle, chipText }: (typeof readerWords)['da']) {
  return { chipTitle, chipText }
}

function isOver(told: PassportTold | undefined): boolean {
  return told?.kind === 'chip' && told.code === 'reader-ended'
}

function isWrong(told: PassportTold): boolean {
  return told.kind === 'chip' && told.code === 'wrong-password'
}
