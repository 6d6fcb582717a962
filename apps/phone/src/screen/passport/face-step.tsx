/** A picture for each gesture that the server asks for, and its answer to all of them. */
import { base64url } from '@open-mitid/kernel'
import type { FaceGesture } from '@open-mitid/protocol'
import { Actions, AppBar, AppFrame, Button, Notice, StatusLine, Steps } from '@open-mitid/ui'
import { plural } from '@open-mitid/ui/wording'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { passportCall } from '../../core/passport/index.ts'
import type { SourceKind } from '../../scan/source.ts'
import { takePicture } from '../../scan/take-picture.ts'
import { useCamera } from '../../scan/use-camera.ts'
import { commonWords } from '../../words/common-words.ts'
import { faceWords } from '../../words/face-words.ts'
import { CameraState } from './camera-state.tsx'
import { ChooseSource } from './choose-source.tsx'
import { GestureFigure } from './gesture-figure.tsx'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsIn } from './step-number.ts'
import { useCountdown } from './use-countdown.ts'
import { usePassportTask, type PassportTold } from './use-passport-task.ts'
import { useVoice } from './use-voice.ts'

export function FaceStep({ proved, help, again }: PassportSteps['face']) {
  const { language, go, line, say } = useApp()
  const words = faceWords[language]
  const { proof, photo } = proved
  const [kind, setKind] = useState<SourceKind>('face')
  const [gestures, setGestures] = useState<readonly FaceGesture[]>([])
  const [pictures, setPictures] = useState<readonly string[]>([])
  const [missed, setMissed] = useState<Extract<PassportTold, { kind: 'face' }>>()
  const { state, video, again: lookAgain } = useCamera(kind)
  const task = usePassportTask(again)
  const gesture = gestures[pictures.length]
  const whole = gestures.length > 0 && pictures.length === gestures.length
  const ready = state.at === 'looking' && gesture !== undefined && !task.busy
  const asked = gesture && words.gestures[gesture]
  useHeading(String(pictures.length))
  useVoice(ready ? asked : undefined)
  const left = useCountdown(
    help.counted && ready ? `${String(pictures.length)} ${gesture}` : undefined,
    () => void take(),
  )

  /** Drawn anew for each try: what was asked before is no longer taken. */
  const ask = () =>
    task.run(
      () => passportCall(line, '/api/passport/gestures', { proof, set: help.set }),
      (answer) => {
        setPictures([])
        setGestures(answer.gestures)
      },
    )
  useEffect(() => {
    void ask()
  }, [])

  const send = (all: readonly string[]) =>
    task.run(
      () => passportCall(line, '/api/passport/face', { proof, ...photo, pictures: all }),
      ({ name }) => go({ at: 'passport', step: 'person', again, proof, name }),
      (told) => {
        if (told.kind !== 'face') return undefined
        setMissed(told)
        return ask()
      },
    )

  const take = async () => {
    const picture = video.current && (await takePicture(video.current))
    if (!picture || !ready) return
    const all = [...pictures, base64url(picture)]
    setPictures(all)
    setMissed(undefined)
    say(words.taken)
    if (all.length === gestures.length) await send(all)
  }

  return (
    <AppFrame
      bar={<AppBar language={language} {...(!task.busy && { onBack: () => history.back() })} />}
      foot={<Actions>{choice()}</Actions>}
    >
      <Steps language={language} step={stepOf('face')} of={stepsIn(again)} />
      <h1>{asked ?? words.beforeTitle}</h1>
      {missed ? (
        <Notice kind="warn" live title={words.retryTitle}>
          <p>
            {words.reasons[missed.reason]} {plural(missed.tries_left, language, words.triesLeft)}
          </p>
        </Notice>
      ) : null}
      {kind === 'screen' ? <p>{words.share}</p> : null}
      {gesture ? (
        <div class="gesture">
          <GestureFigure gesture={gesture} />
          <p class="muted">{words.title(String(pictures.length + 1), String(gestures.length))}</p>
        </div>
      ) : null}
      <div class={`camera camera-${kind} ${state.at === 'looking' && !whole ? '' : 'camera-off'}`}>
        <video ref={video} muted playsInline aria-label={words.picture} />
      </div>
      {task.busy ? (
        <StatusLine state="working">{whole ? words.judging : words.asking}</StatusLine>
      ) : whole ? null : (
        <CameraState
          state={state}
          kind={kind}
          looking={left === undefined ? words.looking : words.countdown(String(left))}
          instead={words.instead}
        />
      )}
      <PassportProblem told={missed ? undefined : task.problem} />
      {whole ? null : <ChooseSource kind={kind} camera="face" onKind={setKind} />}
    </AppFrame>
  )

  function choice() {
    if (whole && !task.busy)
      return <Button onClick={() => void send(pictures)}>{words.sendAgain}</Button>
    if (gestures.length === 0 && task.problem)
      return <Button onClick={() => void ask()}>{commonWords[language].tryAgain}</Button>
    if (state.at === 'stopped')
      return <Button onClick={lookAgain}>{commonWords[language].tryAgain}</Button>
    return (
      <Button
        busy={ready || help.counted ? undefined : commonWords[language].working}
        onClick={() => void take()}
      >
        {words.take}
      </Button>
    )
  }
}
