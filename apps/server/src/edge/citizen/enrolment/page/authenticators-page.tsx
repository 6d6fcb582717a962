/** What the person wants to approve with, and the spare that they are urged to have. */
import { Button, Details, Radios } from '@open-mitid/ui'
import { authenticatorKinds } from '@open-mitid/identity/enrolment'
import { Points } from '../../part/lines.tsx'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { choiceWords } from '../words/choice-words.ts'
import type { StepPage } from './index.tsx'

export const authenticatorsPage: StepPage = (reader, enrolment, { fault, chosen }) => {
  const text = textsFor(reader, choiceWords)
  const kept = enrolment.answers.authenticators
  const first = chosen ? chosen.first : kept?.first
  const spare = chosen ? chosen.spare : kept && (kept.spare ?? 'none')
  const errorOf = (id: string) => (fault?.id === id ? fault.text : undefined)
  const body = (
    <>
      <p>{text.hello(enrolment.proof.name)}</p>
      <form
        class="stack stack-wide"
        method="post"
        action={journeyPath(reader.language, enrolment.id, 'authenticators')}
      >
        <Radios
          name="first"
          legend={text.firstLegend}
          error={errorOf('first')}
          value={first}
          options={authenticatorKinds.map((value) => ({ value, ...text.kinds[value] }))}
        />
        <Radios
          name="spare"
          legend={text.spareLegend}
          hint={text.spareHint}
          error={errorOf('spare')}
          value={spare}
          options={[
            ...authenticatorKinds.map((value) => ({ value, label: text.spare[value] })),
            { value: 'none', label: text.spare.none, hint: text.noneHint },
          ]}
        />
        <Details summary={text.why}>
          <Points items={text.reasons} />
        </Details>
        <Button>{text.goOn}</Button>
      </form>
    </>
  )
  return { title: text.title, body }
}
