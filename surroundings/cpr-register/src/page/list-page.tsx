/** Everybody in the register. */
import { formatDay, Table } from '@open-mitid/ui'
import { addressLines, personId, wholeName, type Entry } from '../entry.ts'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function listPage({ entries, ...settings }: PageSettings & { entries: readonly Entry[] }) {
  const { language } = settings
  const text = words[language]
  return renderPage({
    ...settings,
    title: text.people,
    width: 'wide',
    children: (
      <>
        <h1>{text.people}</h1>
        <p class="measure">{text.intro}</p>
        <Table
          caption={text.people}
          captionHidden
          columns={[
            { head: text.columns.name },
            { head: text.columns.cpr },
            { head: text.columns.born },
            { head: text.columns.status },
            { head: text.columns.address },
          ]}
          rows={entries.map((entry) => ({
            key: entry.cpr,
            cells: [
              <a href={`/person/${personId(entry)}`}>{wholeName(entry)}</a>,
              <span class="whole">{`${entry.cpr.slice(0, 6)}-${entry.cpr.slice(6)}`}</span>,
              <span class="whole">{formatDay(entry.birthDate, language)}</span>,
              entry.protected
                ? `${text.statuses[entry.status]}, ${text.protected}`
                : text.statuses[entry.status],
              entry.address ? addressLines(entry.address).join(', ') : text.noAddress,
            ],
          }))}
        />
      </>
    ),
  })
}
