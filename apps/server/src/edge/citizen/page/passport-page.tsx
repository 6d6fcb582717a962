/** Getting a MitID with passport and app. */
import { ButtonLink, Notice } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { FilmList } from '../film/film-list.tsx'
import { InOrder, Points } from '../part/lines.tsx'
import type { Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { passportWords } from '../words/passport-words.ts'

export function passportPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, passportWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Notice kind="warn" title={text.notYet}>
        <p>{text.notYetText}</p>
      </Notice>
      <h2>{text.ready}</h2>
      <Points items={text.readyPoints} />
      <h2>{text.steps}</h2>
      <InOrder items={text.stepList} />
      <h2>{text.films}</h2>
      <p>{text.filmsText}</p>
      <FilmList reader={reader} captionsLabel={text.captions} />
      <h2>{text.helper}</h2>
      <p>{text.helperText}</p>
      <Notice kind="warn">
        <p>{text.helperWarning}</p>
      </Notice>
      <p>
        <ButtonLink look="ghost" href={pathOf('get', language)}>
          {text.otherWays}
        </ButtonLink>
      </p>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}
