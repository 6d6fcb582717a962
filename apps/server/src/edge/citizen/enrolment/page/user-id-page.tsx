/** The name that the person signs in with: three to take, or one of their own. */
import { Button, Details, Field } from '@open-mitid/ui'
import { Points } from '../../part/lines.tsx'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { userIdWords } from '../../../user-id-words.ts'
import type { StepPage } from './index.tsx'

const longest = 48

export const userIdPage: StepPage = (reader, enrolment, { fault, typed, suggested = [] }) => {
  const text = textsFor(reader, userIdWords)
  const path = journeyPath(reader.language, enrolment.id, 'user-id')
  const body = (
    <>
      <p>{text.lead}</p>
      <form class="stack" method="post" action={path}>
        <fieldset class="suggestions">
          <legend>{text.suggestions}</legend>
          {suggested.map((each) => (
            <button
              key={each}
              type="submit"
              name="suggested"
              value={each}
              class="button button-ghost"
              translate={false}
            >
              {each}
            </button>
          ))}
        </fieldset>
      </form>
      <form class="stack" method="post" action={path} novalidate>
        <Field
          name="user_id"
          label={text.own}
          hint={text.hint}
          error={fault?.text}
          value={typed ?? enrolment.answers['user-id'] ?? ''}
          autocomplete="username"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          maxLength={longest}
          data-check={`${path}/check`}
        />
        <p class="user-id-told" role="status" data-told="" />
        <Button>{text.goOn}</Button>
      </form>
      <Details summary={text.rulesTitle}>
        <Points items={text.rules} />
      </Details>
    </>
  )
  return { title: text.title, body }
}
