/** Every passport in the drawer, and what is the matter with it. */
import { Table } from '@open-mitid/ui'
import type { Drawer } from '../drawer.ts'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function drawerPage({ drawer, ...settings }: PageSettings & { drawer: Drawer }): string {
  const text = words[settings.language]
  const lying = drawer.onPhone()
  return renderPage({
    ...settings,
    title: text.name,
    width: 'wide',
    children: (
      <>
        <h1>{text.title}</h1>
        <p class="measure">{text.intro}</p>
        <Table
          caption={text.title}
          captionHidden
          columns={[{ head: text.holder }, { head: text.number }, { head: text.matter }]}
          rows={drawer.passports.map((passport) => {
            const { holder, printed } = passport
            return {
              key: holder.key,
              cells: [
                <a href={`/passport/${holder.key}`}>{`${holder.givenNames} ${holder.surname}`}</a>,
                <span class="whole">{printed.documentNumber}</span>,
                passport === lying
                  ? `${text.kinds[holder.kind]} ${text.lies}`
                  : text.kinds[holder.kind],
              ],
            }
          })}
        />
      </>
    ),
  })
}
