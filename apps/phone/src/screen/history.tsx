/** A person's own approvals and what happened to their MitID, behind their PIN. */
import type { HistoryEntry } from '@open-mitid/protocol'
import { AppBar, AppFrame, Button, Card, Details, Field, Notice, Summary } from '@open-mitid/ui'
import { formatDateTime } from '@open-mitid/ui/wording'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import {
  decisionOf,
  eventOf,
  isRoutine,
  searchHistory,
  type HistoryEvent,
} from '../app/history-search.ts'
import { evidenceName, saveJson } from '../app/save-file.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import type { OwnHistory } from '../core/index.ts'
import { useTask } from '../app/use-task.ts'
import { PinForm } from '../part/pin-form.tsx'
import { Problem } from '../part/problem.tsx'
import { historyWords } from '../words/history-words.ts'

export function History({ id }: Screens['history']) {
  const { language, phone } = useApp()
  const words = historyWords[language]
  const [opened, setOpened] = useState<OwnHistory>()
  const task = useTask(id)
  useHeading(opened ? 'opened' : 'pin')

  if (opened) return <Shown id={id} {...opened} />
  return (
    <PinForm
      id={id}
      title={words.title}
      text={<p>{words.pinText}</p>}
      verb={words.open}
      working={words.opening}
      task={task}
      onPin={(pin) => void task.run(() => phone.history(id, pin), setOpened)}
    />
  )
}

function Shown({ id, entries, events, whole }: { id: string } & OwnHistory) {
  const app = useApp()
  const { language } = app
  const words = historyWords[language]
  const [wanted, setWanted] = useState('')
  const found = searchHistory({ entries, events }, wanted, language)
  const nothing = found.entries.length + found.events.length === 0
  return (
    <AppFrame
      bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
    >
      <h1>{words.title}</h1>
      {whole ? null : (
        <Notice kind="danger" title={words.brokenTitle}>
          <p>{words.broken}</p>
        </Notice>
      )}
      <Field
        name="search"
        type="search"
        label={words.search}
        autocomplete="off"
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
      {nothing && wanted !== '' ? <p role="status">{words.nothing}</p> : null}
      <h2>{words.approvals}</h2>
      {entries.length === 0 ? <p>{words.none}</p> : null}
      {found.entries.map((entry) => (
        <Entry key={entry.offer_id} id={id} entry={entry} />
      ))}
      <h2>{words.events}</h2>
      {whole ? <p class="small muted">{words.whole}</p> : null}
      <Events events={found.events.filter((event) => !isRoutine(event))} />
      {found.events.some(isRoutine) ? (
        <Details summary={words.everything} open={wanted !== ''}>
          <Events events={found.events} />
        </Details>
      ) : null}
    </AppFrame>
  )
}

function Events({ events }: { events: readonly HistoryEvent[] }) {
  const { language } = useApp()
  return (
    <ul class="events">
      {events.map((event) => (
        <li key={event.n}>
          <span>{eventOf(event, language)}</span>
          <span class="small muted">{formatDateTime(new Date(event.at * 1000), language)}</span>
        </li>
      ))}
    </ul>
  )
}

function Entry({ id, entry }: { id: string; entry: HistoryEntry }) {
  const { language, phone, say, shell } = useApp()
  const words = historyWords[language]
  const [note, setNote] = useState<string>()
  const task = useTask(id)
  const time = formatDateTime(new Date(entry.at * 1000), language)
  const lines = entry.lines.map(({ label, value }) => ({
    label: label === undefined ? <span class="visually-hidden">·</span> : <bdi>{label}</bdi>,
    value: <bdi>{value}</bdi>,
  }))

  const keep = () => {
    void task.run(
      () => phone.receipt(id, entry.offer_id),
      async ({ pack }) => {
        if (pack && !(await saveJson(shell, evidenceName(entry.offer_id), pack))) return
        const told = pack ? words.saved : words.notYet
        setNote(told)
        say(told)
      },
    )
  }

  return (
    <Card title={entry.service} level={3}>
      <p class="small muted">
        {entry.domain}
        <br />
        <b>{decisionOf(entry, language)}</b> · {time}
      </p>
      {entry.title === undefined ? null : <p>{entry.title}</p>}
      {lines.length > 0 ? <Summary size="plain" lines={lines} /> : null}
      {entry.decision === 'approve' ? (
        <Button look="quiet" aria-label={words.evidenceFor(entry.service, time)} onClick={keep}>
          {words.evidence}
        </Button>
      ) : null}
      {note === undefined ? null : (
        <Notice kind="info">
          <p>{note}</p>
        </Notice>
      )}
      <Problem told={task.problem} />
    </Card>
  )
}
