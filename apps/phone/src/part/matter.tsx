/** The text that is approved, drawn from the laid-out lines of `render` and from nothing else. */
import type { RenderedOffer } from '@open-mitid/protocol'
import { Icon, Notice, ServiceHead, Summary, type SummaryLine } from '@open-mitid/ui'
import type { ComponentChildren } from 'preact'
import { useApp } from '../app/app.ts'
import { approvalWords } from '../words/approval-words.ts'

type Props = {
  shown: RenderedOffer
  /** What is to be thought of first, where there is a reason. */
  reminder?: string | undefined
  /** What the person may add to their answer. */
  children?: ComponentChildren
}

export function Matter({ shown, reminder, children }: Props) {
  const words = approvalWords[useApp().language]
  const lines: readonly SummaryLine[] = [
    ...shown.lines.map(({ label, value }) => ({
      label: label === undefined ? <span class="visually-hidden">·</span> : <bdi>{label}</bdi>,
      value: <bdi>{value}</bdi>,
    })),
    ...shown.documents.map(({ name, sha256 }) => ({
      label: words.document,
      value: (
        <>
          <bdi>{name}</bdi>
          <span class="fingerprint">{words.fingerprint(sha256)}</span>
        </>
      ),
    })),
  ]
  return (
    <>
      <Who shown={shown} />
      {reminder === undefined ? null : (
        <Notice kind="warn">
          <p>{reminder}</p>
        </Notice>
      )}
      <div class="stack" lang={shown.lang}>
        <h1>
          <bdi>{shown.head.question}</bdi>
        </h1>
        {shown.title === undefined ? null : (
          <p class="lead matter-title">
            <bdi>{shown.title}</bdi>
          </p>
        )}
        {lines.length > 0 ? <Summary lines={lines} /> : null}
      </div>
      <Where shown={shown} />
      <div class="read-to-here" id="read-to-here" />
      {children}
    </>
  )
}

/** On the warning page: the same request in short, with the place it comes from made large. */
export function Origin({ shown }: { shown: RenderedOffer }) {
  const words = approvalWords[useApp().language]
  const { browser, place } = shown.from
  const lines: readonly SummaryLine[] = [
    ...(browser === undefined ? [] : [{ label: words.browser, value: <bdi>{browser}</bdi> }]),
    ...(place === undefined ? [] : [{ label: words.place, value: <bdi>{place}</bdi> }]),
  ]
  return (
    <>
      <Who shown={shown} />
      <h2 lang={shown.lang}>
        <bdi>{shown.head.question}</bdi>
      </h2>
      {lines.length > 0 ? <Summary lines={lines} /> : null}
      <p class="small muted" lang={shown.lang}>
        {shown.from.seen}
      </p>
    </>
  )
}

function Who({ shown }: { shown: RenderedOffer }) {
  const words = approvalWords[useApp().language]
  return <ServiceHead name={shown.head.service} domain={words.verified(shown.head.domain)} />
}

function Where({ shown }: { shown: RenderedOffer }) {
  const words = approvalWords[useApp().language]
  const { browser, place, way, seen } = shown.from
  const source = [browser, place].filter((text) => text !== undefined)
  return (
    <section class="where small muted" aria-label={words.from}>
      <Icon name="computer" />
      <ul lang={shown.lang}>
        {source.length > 0 ? (
          <li>
            {source.map((text, at) => (
              <>
                {at > 0 ? ', ' : null}
                <bdi>{text}</bdi>
              </>
            ))}
          </li>
        ) : null}
        <li>{way}</li>
        <li>{seen}</li>
      </ul>
    </section>
  )
}
