/** Both texts that a person says yes to, whole: on pages of their own and in the journey. */
import { termsVersions } from '@open-mitid/identity/enrolment'
import { formatDay } from '@open-mitid/ui'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { privacyWords } from '../words/privacy-words.ts'
import { fullTermsWords } from '../words/full-terms-words.ts'
import { Points } from './lines.tsx'

type Props = { reader: Reader }

export function TermsText({ reader, level }: Props & { level: 2 | 3 }) {
  const text = textsFor(reader, fullTermsWords)
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      <p class="small muted">{text.version(dayOf(termsVersions.terms, reader))}</p>
      {Object.entries(text.parts).map(([key, { title, points }]) => (
        <section key={key} class="stack stack-close">
          <Heading>{title}</Heading>
          <Points items={points} />
        </section>
      ))}
    </>
  )
}

export function PrivacyText({ reader }: Props) {
  const text = textsFor(reader, privacyWords)
  const version = textsFor(reader, fullTermsWords).version(dayOf(termsVersions.privacy, reader))
  return (
    <>
      <p class="small muted">{version}</p>
      <h2>{text.stored}</h2>
      <dl class="answers">
        {Object.entries(text.rows).map(([key, { what, how }]) => (
          <div key={key}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <h2>{text.sees}</h2>
      <Points items={text.seesPoints} />
      <h2>{text.rights}</h2>
      <Points items={text.rightsPoints} />
    </>
  )
}

function dayOf(version: string, { language }: Reader): string {
  return formatDay(version, language)
}
