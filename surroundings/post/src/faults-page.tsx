/** Where somebody makes the post fail, and empties the post box. */
import { Button, Card, Notice, Radios } from '@open-mitid/ui'
import { faults as allFaults } from './channel.ts'
import type { Faults } from './inbox-page.tsx'
import { renderPage, type PageSettings } from './page.tsx'
import { words } from './words.ts'

type Props = PageSettings & { faults: Faults; done?: 'saved' | 'emptied' | undefined }

export function faultsPage({ faults, done, ...settings }: Props): string {
  const text = words[settings.language].faults
  const options = allFaults.map((fault) => ({ value: fault, label: text.choices[fault] }))
  return renderPage({
    ...settings,
    title: text.title,
    children: (
      <>
        {done ? <Notice kind="done" live title={text[done]} /> : null}
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <form class="stack" method="post" action="/faults">
          <Radios name="smtp" legend={text.smtp} value={faults.smtp} options={options} />
          <Radios name="smpp" legend={text.smpp} value={faults.smpp} options={options} />
          <Button>{text.save}</Button>
        </form>
        <Card title={text.emptying}>
          <p>{text.emptyingText}</p>
          <form method="post" action="/empty">
            <Button look="ghost">{text.empty}</Button>
          </form>
        </Card>
      </>
    ),
  })
}
