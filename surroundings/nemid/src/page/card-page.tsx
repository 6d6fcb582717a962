/** The code card as its holder has it in the hand: every key beside its number, for print too. */
import { plural } from '@open-mitid/ui'
import { left, printed, type Card } from '../card.ts'
import type { Holder } from '../holder.ts'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function cardPage({
  holder,
  card,
  ...settings
}: PageSettings & { holder: Holder; card: Card }): string {
  const { language } = settings
  const text = words[language]
  return renderPage({
    ...settings,
    title: text.card.named(card.number),
    alone: true,
    width: 'wide',
    children: (
      <>
        <div class="card-words stack">
          <h1>{text.card.named(card.number)}</h1>
          <p class="measure">{text.card.how}</p>
          <p class="muted">
            {plural(left(card), language, text.card.left)}{' '}
            <a href={`/holder/${holder.key}`}>{text.card.back(holder.name)}</a>
          </p>
        </div>
        <section class="code-card" aria-label={text.card.named(card.number)}>
          <header class="code-card-head">
            <b>{text.card.title}</b>
            <span class="code-card-number">{card.number}</span>
          </header>
          <ul class="code-card-keys">
            {printed(card).map(([number, key]) => (
              <li key={number} id={`n${number}`}>
                <span class="code-card-asked">{number}</span> <span>{key}</span>
              </li>
            ))}
          </ul>
          <p class="code-card-foot">{text.card.foot}</p>
        </section>
      </>
    ),
  })
}
