/** A person's history as words, and what of it they look for. */
import type { ChainedEvent, HistoryEntry } from '@open-mitid/protocol'
import { formatDateTime, type Language } from '@open-mitid/ui/wording'
import { historyWords } from '../words/history-words.ts'

/** What is shown of an event. */
export type HistoryEvent = Pick<ChainedEvent, 'n' | 'type' | 'at'>

type History = {
  readonly entries: readonly HistoryEntry[]
  readonly events: readonly HistoryEvent[]
}

export function decisionOf({ decision, kind }: HistoryEntry, language: Language): string {
  const { decided } = historyWords[language]
  return decision === 'approve' ? decided.approve[kind] : decided.refuse
}

/** An event that this version of the app does not know yet is still told of. */
export function eventOf({ type }: HistoryEvent, language: Language): string {
  const { event, other } = historyWords[language]
  const words: Readonly<Record<string, string>> = event
  return (Object.hasOwn(words, type) ? words[type] : undefined) ?? other
}

/** What belongs to every use of a MitID; all else, also what is not known yet, stands out. */
const routine = new Set(
  `activation-opened second-code-sent pin-epoch-drawn pin-tried pin-right history-opened
   sign-in-claimed sign-in-approved sign-in-refused sign-in-aborted sign-in-completed code-issued
   token-issued evidence-read`.split(/\s+/u),
)

export function isRoutine({ type }: HistoryEvent): boolean {
  return routine.has(type)
}

/** What holds every word that was typed, in what is shown of it; the newest first. */
export function searchHistory(
  { entries, events }: History,
  wanted: string,
  language: Language,
): History {
  const words = wanted.toLocaleLowerCase(language).split(/\s+/u)
  const fits = (text: string) => {
    const lower = text.toLocaleLowerCase(language)
    return words.every((word) => lower.includes(word))
  }
  return {
    entries: entries
      .filter((entry) => fits(textOf(entry, language)))
      .toSorted((one, other) => other.at - one.at),
    events: events
      .filter((event) => fits(`${eventOf(event, language)} ${timeOf(event, language)}`))
      .toSorted((one, other) => other.n - one.n),
  }
}

function textOf(entry: HistoryEntry, language: Language): string {
  const lines = entry.lines.flatMap(({ label = '', value }) => [label, value])
  const decision = decisionOf(entry, language)
  const { service, domain, title = '' } = entry
  return [service, domain, title, decision, timeOf(entry, language), ...lines].join(' ')
}

function timeOf({ at }: { readonly at: number }, language: Language): string {
  return formatDateTime(new Date(at * 1000), language)
}
