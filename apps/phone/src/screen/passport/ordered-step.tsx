/** What is on its way, and what the person does with it when it has come. */
import { Actions, AppFrame, Button, Done } from '@open-mitid/ui'
import { useEffect } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import type { PassportSteps } from '../../app/passport-step.ts'
import { useHeading } from '../../app/use-heading.ts'
import { deviceWords } from '../../words/device-words.ts'

/** Where the website activates a device. */
const activation = { da: '/da/aktiver', en: '/en/activate' } as const

export function OrderedStep({ userId, chosen, delivery, id }: PassportSteps['ordered']) {
  const { language, go, settings, way } = useApp()
  const words = deviceWords[language]
  const { first, spare } = chosen
  const one = first === 'app' ? spare : first
  const both = first !== 'app' && spare !== undefined
  useHeading()

  useEffect(() => {
    void way.drop()
  }, [])

  return (
    <AppFrame
      foot={
        <Actions>
          {id === undefined ? (
            <Button onClick={() => go({ at: 'welcome' })}>{words.close}</Button>
          ) : (
            <Button onClick={() => go({ at: 'naming', id })}>{words.toPin}</Button>
          )}
        </Actions>
      }
    >
      <Done title={both || one === undefined ? words.orderedBoth : words.orderedTitle[one]}>
        <p>{words.orderedLead[delivery.to](delivery.place)}</p>
      </Done>
      <p>
        {words.remember}: <b translate={false}>{userId}</b>
      </p>
      <h2>{words.orderedNext}</h2>
      <ol>
        {words.orderedSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a
          href={(settings.websiteOrigin ?? '') + activation[language]}
          target="_blank"
          rel="noreferrer"
        >
          {words.activateAt}
        </a>
      </p>
      <p class="small muted">{words.tooLate}</p>
    </AppFrame>
  )
}
