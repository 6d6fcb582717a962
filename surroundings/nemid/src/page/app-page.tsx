/** The code app of one holder: what waits for them, and yes or no to it. */
import { Actions, Button, EmptyState, formatTime, Notice } from '@open-mitid/ui'
import type { Holder } from '../holder.ts'
import type { AppPrompt } from '../prompts.ts'
import { words, type Words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'

export function appListPage({
  holders,
  ...settings
}: PageSettings & { holders: readonly Holder[] }): string {
  const text = words[settings.language]
  return renderPage({
    ...settings,
    title: text.app.nav,
    children: (
      <>
        <h1>{text.app.whose}</h1>
        <ul>
          {holders
            .filter(({ ways }) => ways.includes('app'))
            .map(({ key, name }) => (
              <li key={key}>
                <a href={`/app/${key}`}>{name}</a>
              </li>
            ))}
        </ul>
      </>
    ),
  })
}

type Props = PageSettings & {
  holder: Holder
  prompt: AppPrompt | undefined
  /** What was just decided. */
  done: string | null
}

export function appPage({ holder, prompt, done, ...settings }: Props): string {
  const { language } = settings
  const text = words[language]
  return renderPage({
    ...settings,
    title: text.app.title(holder.name),
    alone: true,
    children: (
      <div class="code-app">
        <p class="visually-hidden" role="status" data-arrived={text.app.arrived} />
        <div class="stack" data-live>
          <p class="muted">{text.app.title(holder.name)}</p>
          <Outcome done={done} text={text} />
          {prompt ? (
            <>
              <h1>{text.app.question}</h1>
              <p>{text.app.check}</p>
              <p class="code-app-reference">
                <span class="muted">{text.app.reference}</span>
                <b class="code-app-shown">{prompt.reference}</b>
              </p>
              <p class="muted">
                {text.app.until(formatTime(new Date(prompt.expiresAt), language))}
              </p>
              <form method="post" action={`/app/${holder.key}`}>
                <input type="hidden" name="prompt" value={prompt.id} />
                <Actions>
                  <Button name="decision" value="approve">
                    {text.app.approve}
                  </Button>
                  <Button name="decision" value="refuse" look="ghost">
                    {text.app.refuse}
                  </Button>
                </Actions>
              </form>
            </>
          ) : (
            <EmptyState title={text.app.nothing}>
              <p>{text.app.wait}</p>
              <p>
                <a href={`/app/${holder.key}`}>{text.app.again}</a>
              </p>
            </EmptyState>
          )}
        </div>
      </div>
    ),
  })
}

function Outcome({ done, text }: { done: string | null; text: Words }) {
  if (done === 'approved') return <Notice kind="done" live title={text.app.approved} />
  if (done === 'refused') return <Notice live title={text.app.refused} />
  return done === 'over' ? <Notice kind="warn" live title={text.app.over} /> : null
}
