/** What the person says yes to: the few things that matter most first, and both texts whole. */
import { Button, Checkbox, Details } from '@open-mitid/ui'
import { termsVersions } from '@open-mitid/identity/enrolment'
import { pathOf } from '../../address.ts'
import { Points } from '../../part/lines.tsx'
import { PrivacyText, TermsText } from '../../part/terms-text.tsx'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { termsWords } from '../words/terms-words.ts'
import type { StepPage } from './index.tsx'

export const termsPage: StepPage = (reader, enrolment, { fault }) => {
  const text = textsFor(reader, termsWords)
  const { language } = reader
  const body = (
    <>
      <p>{text.lead}</p>
      <Points items={text.points} />
      <Details summary={text.readTerms}>
        <TermsText reader={reader} level={2} />
      </Details>
      <Details summary={text.readPrivacy}>
        <PrivacyText reader={reader} />
      </Details>
      <p class="small">
        <a href={pathOf('terms', language)}>{text.ownPages}</a>
      </p>
      <form class="stack" method="post" action={journeyPath(language, enrolment.id, 'terms')}>
        <input type="hidden" name="terms" value={termsVersions.terms} />
        <input type="hidden" name="privacy" value={termsVersions.privacy} />
        <Checkbox
          name="accepted"
          label={text.accept}
          error={fault?.text}
          checked={enrolment.answers.terms !== undefined}
        />
        <Button>{text.goOn}</Button>
      </form>
    </>
  )
  return { title: text.title, body }
}
