/** What the person approves with every day, and the spare that they are urged to have. */
import { codeDeviceKinds, type CodeDeviceKind } from '@open-mitid/protocol'
import { Radios, Steps } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { Chosen, PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useWrong } from '../../app/use-wrong.ts'
import { passportCall } from '../../core/passport/index.ts'
import { AnswerForm } from '../../part/answer-form.tsx'
import { deviceWords } from '../../words/device-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsInAll } from './step-number.ts'
import { usePassportTask } from './use-passport-task.ts'

const kinds = ['app', ...codeDeviceKinds] as const
const spares = [...codeDeviceKinds, 'none'] as const
type Spare = CodeDeviceKind | 'none'

export function AuthenticatorsStep({ person, userId, chosen }: PassportSteps['authenticators']) {
  const { language, go, line } = useApp()
  const words = deviceWords[language]
  const [first, setFirst] = useState<Chosen['first'] | undefined>(chosen?.first)
  const [spare, setSpare] = useState<Spare | undefined>(chosen && (chosen.spare ?? 'none'))
  const [wrong, setWrong] = useState<'first' | 'spare'>()
  const task = usePassportTask()
  useHeading()
  useWrong(wrong ?? 'first', wrong)

  const answer = <Value,>(set: (value: Value) => void, value: Value) => {
    set(value)
    setWrong(undefined)
  }
  const choose = () => {
    setWrong(missing(first, spare))
    if (first === undefined || spare === undefined) return
    const wanted: Chosen = spare === 'none' ? { first } : { first, spare }
    void task.run(
      () => passportCall(line, '/api/passport/authenticators', { proof: person.proof, ...wanted }),
      ({ delivery: offer }) =>
        go(
          offer
            ? { at: 'passport', step: 'delivery', person, userId, chosen: wanted, offer }
            : { at: 'passport', step: 'finish', person, userId, chosen: wanted },
        ),
    )
  }

  return (
    <AnswerForm busy={task.busy} onAnswer={choose}>
      <Steps language={language} step={stepOf('authenticators')} of={stepsInAll} />
      <h1>{words.title}</h1>
      <Radios
        name="first"
        legend={words.firstLegend}
        error={wrong === 'first' ? words.firstMissing : undefined}
        value={first}
        onValue={(value) =>
          answer(
            setFirst,
            kinds.find((kind) => kind === value),
          )
        }
        options={kinds.map((value) => ({ value, ...words.first[value] }))}
      />
      <Radios
        name="spare"
        legend={words.spareLegend}
        hint={words.spareHint}
        error={wrong === 'spare' ? words.spareMissing : undefined}
        value={spare}
        onValue={(value) =>
          answer(
            setSpare,
            spares.find((kind) => kind === value),
          )
        }
        options={spares.map((value) => ({
          value,
          label: words.spare[value],
          hint: value === 'none' ? words.noneHint : undefined,
        }))}
      />
      <PassportProblem told={task.problem} />
    </AnswerForm>
  )
}

function missing(first: Chosen['first'] | undefined, spare: Spare | undefined) {
  if (first === undefined) return 'first'
  return spare === undefined ? 'spare' : undefined
}
