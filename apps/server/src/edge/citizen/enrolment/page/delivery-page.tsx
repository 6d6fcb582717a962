/** Where the device and its letter go. */
import { Button, Radios, SelectField } from '@open-mitid/ui'
import { centres } from '@open-mitid/identity/authenticator'
import { addressTold, deliveryWays } from '@open-mitid/identity/enrolment'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { deliveryWords } from '../words/delivery-words.ts'
import type { StepPage } from './index.tsx'

export const deliveryPage: StepPage = (reader, enrolment, { fault, delivery }) => {
  const text = textsFor(reader, deliveryWords)
  const { proof, answers } = enrolment
  const ways = deliveryWays(proof)
  const kept = answers.delivery
  const to = delivery ? delivery.to : kept?.to
  const centre = delivery?.centre ?? (kept?.to === 'centre' ? kept.centre : '')
  const address = addressTold(proof)
  const hint = address === undefined ? text.homeProtected : text.homeHint(address)
  const errorOf = (id: string) => (fault?.id === id ? fault.text : undefined)
  const labels = {
    home: { value: 'home', label: text.home, hint },
    centre: { value: 'centre', label: text.centre, hint: text.centreHint },
  } as const
  const body = (
    <>
      {ways.includes('home') ? null : <p>{text.noAddress}</p>}
      <form
        class="stack stack-wide"
        method="post"
        action={journeyPath(reader.language, enrolment.id, 'delivery')}
      >
        <Radios
          name="to"
          legend={text.legend}
          error={errorOf('to')}
          value={to ?? (ways.includes('home') ? undefined : 'centre')}
          options={ways.map((way) => labels[way])}
        />
        <SelectField
          name="centre"
          label={text.which}
          hint={text.whichHint}
          error={errorOf('centre')}
          value={centre}
          options={[
            { value: '', label: text.choose },
            ...centres.map(({ id, municipality, name, address: where }) => ({
              value: id,
              label: `${municipality}: ${name}, ${where}`,
            })),
          ]}
        />
        <Button>{text.goOn}</Button>
      </form>
      <p class="small muted">{text.letter}</p>
    </>
  )
  return { title: text.title, body }
}
