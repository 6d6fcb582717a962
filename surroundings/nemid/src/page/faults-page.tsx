/** Where somebody makes NemID fail or lie. */
import { FaultForm, faultWords } from '@open-mitid/ui/site'
import { words } from '../words.ts'
import { renderPage, type PageSettings } from './page.tsx'
import type { Lie } from '../assertion.ts'
import type { Outage } from '@open-mitid/ui/site'

type Props = PageSettings & { fault: Outage | Lie; saved: boolean }

export function faultsPage({ saved, ...settings }: Props): string {
  const { language, fault } = settings
  return renderPage({
    ...settings,
    title: faultWords[language].title,
    children: (
      <FaultForm language={language} current={fault} saved={saved} lies={words[language].lies} />
    ),
  })
}
