/** Where the device and its letter go: to the address in the register, or to a centre. */
import type { DeliveryChoice } from '@open-mitid/protocol'
import { Radios, SelectField, Steps } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { ChosenDelivery, PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { useWrong } from '../../app/use-wrong.ts'
import { passportCall } from '../../core/passport/index.ts'
import { AnswerForm } from '../../part/answer-form.tsx'
import { deviceWords } from '../../words/device-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { stepOf, stepsInAll } from './step-number.ts'
import { usePassportTask } from './use-passport-task.ts'

export function DeliveryStep({ person, userId, chosen, offer }: PassportSteps['delivery']) {
  const { language, go, line } = useApp()
  const words = deviceWords[language]
  const { home, centres } = offer
  const [to, setTo] = useState<DeliveryChoice['to'] | undefined>(home ? undefined : 'centre')
  const [centre, setCentre] = useState('')
  const [wrong, setWrong] = useState<'to' | 'centre'>()
  const task = usePassportTask()
  const picked = centres.find(({ id }) => id === centre)
  const wanted = to && placeOf(to)
  useHeading()
  useWrong(wrong ?? 'to', wrong)

  const choose = () => {
    setWrong(wanted ? undefined : to === undefined ? 'to' : 'centre')
    if (!wanted) return
    const { place: _, ...choice } = wanted
    void task.run(
      () => passportCall(line, '/api/passport/delivery', { proof: person.proof, ...choice }),
      () => go({ at: 'passport', step: 'finish', person, userId, chosen, delivery: wanted }),
    )
  }

  return (
    <AnswerForm busy={task.busy} onAnswer={choose}>
      <Steps language={language} step={stepOf('authenticators')} of={stepsInAll} />
      <h1>{words.deliveryTitle}</h1>
      {home === undefined ? (
        <p>{words.noAddress}</p>
      ) : (
        <Radios
          name="to"
          legend={words.deliveryLegend}
          error={wrong === 'to' ? words.toMissing : undefined}
          value={to}
          onValue={(value) => {
            setTo(value === 'home' ? 'home' : 'centre')
            setWrong(undefined)
          }}
          options={[
            {
              value: 'home',
              label: words.home,
              hint: home.address === undefined ? words.homeProtected : words.homeHint(home.address),
            },
            { value: 'centre', label: words.centre, hint: words.centreHint },
          ]}
        />
      )}
      {to === 'centre' ? (
        <SelectField
          name="centre"
          label={words.which}
          error={wrong === 'centre' ? words.centreMissing : undefined}
          value={centre}
          onChange={(event) => {
            setCentre(event.currentTarget.value)
            setWrong(undefined)
          }}
          options={[
            { value: '', label: words.choose },
            ...centres.map(({ id, municipality, name, address }) => ({
              value: id,
              label: `${municipality}: ${name}, ${address}`,
            })),
          ]}
        />
      ) : null}
      <PassportProblem told={task.problem} />
    </AnswerForm>
  )

  function placeOf(way: DeliveryChoice['to']): ChosenDelivery | undefined {
    if (way === 'home') return home && { to: 'home', place: home.address ?? words.protectedPlace }
    return picked && { to: 'centre', centre, place: `${picked.name}, ${picked.address}` }
  }
}
