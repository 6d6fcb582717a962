/** A person's own password and user ID: each is changed in the box, which knows their browser. */
import { ButtonLink } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { activatePath } from '../device/device-path.ts'
import { Points } from '../part/lines.tsx'
import { NemIdForPassword } from '../part/nemid-for-password.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { ownWords } from '../words/own-words.ts'

export function passwordPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, ownWords).password
  const titles = textsFor(reader, pageTitles)
  const begin = beginOf(reader, 'password')
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <h2>{text.change}</h2>
      <p>{text.changeText}</p>
      <p>
        <ButtonLink href={begin}>{text.change}</ButtonLink>
      </p>
      <h2>{text.forgotten}</h2>
      <h3>{text.app}</h3>
      <p>{text.appText}</p>
      <p>
        <a href={begin}>{text.appGo}</a>
      </p>
      <h3>{text.nemid}</h3>
      <p>{text.nemidText}</p>
      <NemIdForPassword language={language} look="ghost">
        {text.nemidGo}
      </NemIdForPassword>
      <h3>{text.letter}</h3>
      <p>{text.letterText}</p>
      <ul class="more">
        <li>
          <a href={activatePath(language)}>{text.activate}</a>
        </li>
        <li>
          <a href={pathOf('support', language)}>{titles.support}</a>
        </li>
      </ul>
      <h2>{text.good}</h2>
      <Points items={text.goodPoints} />
    </>
  )
  return { title: text.title, summary: text.summary, body }
}

export function userIdPage(reader: Reader): Content {
  const text = textsFor(reader, ownWords)['user-id']
  const body = (
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <p>{text.changeText}</p>
      <p>
        <ButtonLink href={beginOf(reader, 'user-id')}>{text.change}</ButtonLink>
      </p>
      <h2>{text.after}</h2>
      <Points items={text.afterPoints} />
      <p>
        <a href={pathOf({ topic: 'forgotten-user-id' }, reader.language)}>{text.forgotten}</a>
      </p>
    </>
  )
  return { title: text.title, summary: text.summary, body }
}

/** Where the box asks for the approval. */
function beginOf({ site, language }: Reader, change: 'password' | 'user-id'): string {
  return `${site.issuer}/change/${change}?lang=${language}`
}
