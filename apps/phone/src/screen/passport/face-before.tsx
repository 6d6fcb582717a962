/** What is asked before the camera and why, and how the person wants to be helped with it. */
import { gestureSets } from '@open-mitid/protocol'
import { AppBar, AppFrame, Button, Checkbox, Steps } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { FaceHelp, PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { faceWords } from '../../words/face-words.ts'
import { GestureFigure } from './gesture-figure.tsx'
import { Spoken } from './spoken.tsx'
import { stepOf, stepsIn } from './step-number.ts'

const usual: FaceHelp = { set: 'usual', counted: false }

export function FaceBefore({ proved, again, help: before }: PassportSteps['face-before']) {
  const { language, go } = useApp()
  const words = faceWords[language]
  const [help, setHelp] = useState<FaceHelp>(before ?? usual)
  useHeading()
  return (
    <AppFrame
      bar={<AppBar language={language} />}
      foot={
        <Button onClick={() => go({ at: 'passport', step: 'face', again, proved, help })}>
          {words.start}
        </Button>
      }
    >
      <Steps language={language} step={stepOf('face')} of={stepsIn(again)} />
      <h1>{words.beforeTitle}</h1>
      <p>{words.beforeText}</p>
      <div class="gestures">
        {gestureSets[help.set].map((gesture) => (
          <GestureFigure key={gesture} gesture={gesture} />
        ))}
      </div>
      <ul>
        {words.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <p class="small muted">{words.kept}</p>
      <fieldset class="field">
        <legend class="field-label">{words.helpLegend}</legend>
        <Spoken />
        <Checkbox
          name="counted"
          label={words.counted}
          hint={words.countedHint}
          checked={help.counted}
          onChecked={(counted) => setHelp({ ...help, counted })}
        />
        <Checkbox
          name="other"
          label={words.other}
          hint={words.otherHint}
          checked={help.set === 'other'}
          onChecked={(other) => setHelp({ ...help, set: other ? 'other' : 'usual' })}
        />
      </fieldset>
    </AppFrame>
  )
}
