/** The chip is read and put to the proof while the passport lies on the phone. */
import { Actions, AppBar, AppFrame, Button, StatusLine, Steps } from '@open-mitid/ui'
import { useRef, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { beginPassport, networkChip, type PassportProgress } from '../../core/passport/index.ts'
import { passportJourneyWords } from '../../words/passport-journey-words.ts'
import { PassportFigure } from './passport-figure.tsx'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsIn } from './step-number.ts'
import { usePassportTask, type PassportTold } from './use-passport-task.ts'

type Reading = ReturnType<typeof beginPassport>

export function ChipStep({ fields, typed, again }: PassportSteps['chip']) {
  const app = useApp()
  const { language, go, settings, line } = app
  const words = passportJourneyWords[language]
  const [progress, setProgress] = useState<PassportProgress>()
  const task = usePassportTask(again)
  // What was read of the chip outlives the passport's leaving the phone.
  const reading = useRef<Reading>(undefined)
  useHeading()

  const read = () => {
    const origin = settings.chipOrigin
    if (origin === undefined) {
      go({ at: 'passport', step: 'before', again })
      return
    }
    reading.current ??= beginPassport(line, {
      purpose: again ? 'again' : 'first',
      fields,
      reader: networkChip({ origin, fetch: line.fetch }),
      tell: setProgress,
    })
    const { current } = reading
    void task.run(
      () => current.goOn(),
      (proved) => go({ at: 'passport', step: 'face-before', again, proved }),
      (told) => {
        if (!isWrong(told)) return
        const [first] = fields
        if (typed && first) go({ at: 'passport', step: 'typed', again, wrong: true, fields: first })
        else go({ at: 'passport', step: 'zone', again, wrong: true })
      },
    )
  }

  return (
    <AppFrame
      bar={<AppBar language={language} {...(!task.busy && { onBack: () => history.back() })} />}
      foot={
        <Actions>
          <Button busy={task.busy ? told(progress) : undefined} onClick={read}>
            {reading.current ? words.readOn : words.read}
          </Button>
        </Actions>
      }
    >
      <Steps language={language} step={stepOf('chip')} of={stepsIn(again)} />
      <h1>{words.chipTitle}</h1>
      <PassportFigure />
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

function isWrong(told: PassportTold): boolean {
  return told.kind === 'chip' && told.code === 'wrong-password'
}
