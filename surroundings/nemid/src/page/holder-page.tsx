/** What one holder has: user ID and password, cards, the code app, and whether they may log on. */
import { Button, ButtonLink, formatDateTime, Notice, plural, Summary } from '@open-mitid/ui'
import { left } from '../card.ts'
import type { Holder } from '../holder.ts'
import type { Holding } from '../holding.ts'
import type { Standing } from '../tries.ts'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

type Props = PageSettings & { holder: Holder; holding: Holding; stands: Standing }

export function holderPage({ holder, holding, stands, ...settings }: Props): string {
  const { language } = settings
  const text = words[language]
  const { wrong } = holding.tries
  return renderPage({
    ...settings,
    title: holder.name,
    children: (
      <>
        <h1>{holder.name}</h1>
        {stands.kind === 'open' ? null : (
          <Notice
            kind="warn"
            title={
              stands.kind === 'locked'
                ? text.locked(formatDateTime(new Date(stands.until), language))
                : text.blocked
            }
          />
        )}
        <Summary
          size="plain"
          lines={[
            { label: text.userId, value: <span translate={false}>{holder.userId}</span> },
            { label: text.password, value: <span translate={false}>{holder.password}</span> },
            { label: text.wrongTries, value: plural(wrong, language, text.tries) },
          ]}
        />
        {holder.ways.includes('card') ? (
          <section class="stack">
            <h2>{text.ways.card}</h2>
            <ul>
              {holding.cards.map((card) => (
                <li key={card.number}>
                  <a href={`/holder/${holder.key}/card/${card.number}`}>
                    {text.card.named(card.number)}
                  </a>
                  {`: ${plural(left(card), language, text.card.left)}`}
                </li>
              ))}
            </ul>
            <form method="post" action={`/holder/${holder.key}/card`}>
              <Button look="ghost">{text.card.renew}</Button>
            </form>
          </section>
        ) : null}
        {holder.ways.includes('app') ? (
          <section class="stack">
            <h2>{text.ways.app}</h2>
            <p>
              <ButtonLink href={`/app/${holder.key}`}>{text.app.open}</ButtonLink>
            </p>
          </section>
        ) : null}
        {wrong > 0 || stands.kind !== 'open' ? (
          <form method="post" action={`/holder/${holder.key}/reopen`}>
            <Button look="ghost">{text.reopen}</Button>
          </form>
        ) : null}
      </>
    ),
  })
}
