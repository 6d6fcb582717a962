/** Everything once more before it counts, and what happens next. */
import { Button, Card } from '@open-mitid/ui'
import { centres } from '@open-mitid/identity/authenticator'
import { addressTold, type ProofedEnrolment, type Step } from '@open-mitid/identity/enrolment'
import { InOrder } from '../../part/lines.tsx'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { choiceWords } from '../words/choice-words.ts'
import { confirmWords } from '../words/confirm-words.ts'
import { nextOf } from './next-of.ts'
import type { StepPage } from './index.tsx'

export const confirmPage: StepPage = (reader, enrolment) => {
  const text = textsFor(reader, confirmWords)
  const chosen = enrolment.answers.authenticators
  const body = (
    <>
      <dl class="answers">
        {linesOf(reader, enrolment).map(({ label, value, step }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd translate={step === 'user-id' ? false : undefined}>{value}</dd>
            {step ? (
              <dd class="answers-change">
                <a href={journeyPath(reader.language, enrolment.id, step)}>
                  {text.change} <span class="visually-hidden">{label}</span>
                </a>
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
      {chosen ? (
        <Card title={text.next}>
          <InOrder items={nextOf(reader, chosen)} />
        </Card>
      ) : null}
      <p>{text.signature}</p>
      <form method="post" action={journeyPath(reader.language, enrolment.id, 'confirm')}>
        <Button>{text.send}</Button>
      </form>
    </>
  )
  return { title: text.title, body }
}

type Line = { readonly label: string; readonly value: string; readonly step?: Step }

function linesOf(reader: Reader, { proof, answers }: ProofedEnrolment): readonly Line[] {
  const text = textsFor(reader, confirmWords)
  const kinds = textsFor(reader, choiceWords)
  const { authenticators, contacts = [], delivery } = answers
  const lines: Line[] = [{ label: text.name, value: proof.name }]
  if (authenticators) {
    const { first, spare } = authenticators
    lines.push({ label: text.first, value: kinds.names[first], step: 'authenticators' })
    const spareName = spare === undefined ? text.noSpare : kinds.names[spare]
    lines.push({ label: text.spare, value: spareName, step: 'authenticators' })
  }
  for (const { channel, to } of contacts)
    lines.push({ label: text.channel[channel], value: to, step: 'contacts' })
  lines.push({ label: text.userId, value: answers['user-id'] ?? '', step: 'user-id' })
  if (delivery) {
    const centre = delivery.to === 'centre' && centres.find(({ id }) => id === delivery.centre)
    const where = centre
      ? `${centre.name}, ${centre.address}`
      : (addressTold(proof) ?? text.protectedPlace)
    lines.push({ label: text.delivery, value: where, step: 'delivery' })
  }
  return lines
}
