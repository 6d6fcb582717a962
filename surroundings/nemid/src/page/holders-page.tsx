/** Everybody with NemID, with what is needed to log on as them. */
import { Table } from '@open-mitid/ui'
import type { Holder } from '../holder.ts'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function holdersPage({
  holders,
  ...settings
}: PageSettings & { holders: readonly Holder[] }): string {
  const text = words[settings.language]
  return renderPage({
    ...settings,
    title: text.holders,
    width: 'wide',
    children: (
      <>
        <h1>{text.holders}</h1>
        <p class="measure">{text.intro}</p>
        <Table
          caption={text.holders}
          captionHidden
          columns={[
            { head: text.person },
            { head: text.userId },
            { head: text.password },
            { head: text.has },
          ]}
          rows={holders.map((holder) => ({
            key: holder.key,
            cells: [
              <a href={`/holder/${holder.key}`}>{holder.name}</a>,
              <span translate={false}>{holder.userId}</span>,
              <span translate={false}>{holder.password}</span>,
              holder.ways.map((way) => text.ways[way]).join(', '),
            ],
          }))}
        />
      </>
    ),
  })
}
