/** Help: all of it, one matter of it, and what a search finds in it. */
import { Card, EmptyState, Notice, plural } from '@open-mitid/ui'
import { pathOf, type Place } from '../address.ts'
import { topicGroups, type TopicGroup, type TopicId } from '../help/topic.ts'
import { related, sandboxHint, topics } from '../help/topics.ts'
import { InOrder } from '../part/lines.tsx'
import { SafetyRules } from '../part/safety-rules.tsx'
import { SearchForm } from '../part/search-form.tsx'
import { WaysOn } from '../part/ways-on.tsx'
import { pageTitles, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'
import { helpWords } from '../words/help-words.ts'

export type Found = { readonly place: Place; readonly title: string; readonly summary: string }

export function helpPage(reader: Reader): Content {
  const text = textsFor(reader, helpWords)
  const body = (
    <>
      <h1>{text.title}</h1>
      <SearchForm reader={reader} />
      <AllTopics reader={reader} />
      <SafetyRules language={reader.language} />
    </>
  )
  return { title: text.title, summary: text.summary, width: 'wide', body }
}

export function topicPage(reader: Reader, topic: TopicId): Content {
  const { language } = reader
  const text = textsFor(reader, helpWords)
  const all = textsFor(reader, topics)
  const { title, summary, explained, steps } = all[topic]
  const hint = sandboxHint(reader, topic)
  const titleOf = (place: Place) =>
    typeof place === 'string' ? textsFor(reader, pageTitles)[place] : all[place.topic].title
  const body = (
    <>
      <p class="back no-print">
        <a href={pathOf('help', language)}>{text.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{summary}</p>
      <Card title={text.todo}>
        <InOrder items={steps} />
      </Card>
      {explained.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {hint === undefined ? null : (
        <Notice title={text.sandbox}>
          <p>{hint}</p>
        </Notice>
      )}
      <h2 class="no-print">{text.more}</h2>
      <ul class="more no-print">
        {related[topic].map((place) => (
          <li key={titleOf(place)}>
            <a href={pathOf(place, language)}>{titleOf(place)}</a>
          </li>
        ))}
      </ul>
    </>
  )
  return { title, summary, body }
}

/** What a search found; with nothing found, everything there is. */
export function foundPage(reader: Reader, asked: string, found: readonly Found[]): Content {
  const { language } = reader
  const text = textsFor(reader, helpWords)
  const body = (
    <>
      <h1>{text.found.title(asked)}</h1>
      <SearchForm reader={reader} asked={asked} />
      {found.length > 0 ? (
        <>
          <p role="status">{plural(found.length, language, text.found)}</p>
          <WaysOn reader={reader} ways={found} />
        </>
      ) : (
        <>
          <div role="status">
            <EmptyState icon="info" title={text.found.nothing} level={2}>
              <p>{text.found.nothingNext}</p>
            </EmptyState>
          </div>
          <AllTopics reader={reader} />
        </>
      )}
    </>
  )
  return { title: text.found.title(asked), summary: text.summary, body }
}

export function missingPage(reader: Reader): Content {
  const { language } = reader
  const text = textsFor(reader, helpWords)
  const { title, summary } = text.missing
  const titles = textsFor(reader, pageTitles)
  const body = (
    <>
      <h1>{title}</h1>
      <p class="lead">{text.missing.text}</p>
      <SearchForm reader={reader} />
      <ul class="more">
        {(['front', 'get', 'approve', 'help'] as const).map((name) => (
          <li key={name}>
            <a href={pathOf(name, language)}>{titles[name]}</a>
          </li>
        ))}
      </ul>
    </>
  )
  return { title, summary, body }
}

function AllTopics({ reader }: { reader: Reader }) {
  const text = textsFor(reader, helpWords)
  const all = textsFor(reader, topics)
  return (
    <div class="groups">
      {(Object.keys(topicGroups) as TopicGroup[]).map((group) => (
        <section key={group} class="stack stack-close">
          <h2>{text.groups[group]}</h2>
          <ul class="more">
            {topicGroups[group].map((topic) => (
              <li key={topic}>
                <a href={pathOf({ topic }, reader.language)}>{all[topic].title}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
