/** The five rules, where somebody may need them. */
import { Card, wording, type Language } from '@open-mitid/ui'
import { InOrder } from './lines.tsx'

const words = wording({
  da: {
    title: 'Fem regler, der passer på dig',
    rules: [
      'Vis aldrig dine koder til nogen.',
      'Del aldrig din app, din kodeviser eller din kodeoplæser med andre.',
      'Giv aldrig dit bruger-ID til andre end support, når du selv ringer.',
      'Godkend aldrig noget på grund af et opkald, en mail eller et besøg.',
      'Læs altid det, du godkender.',
    ],
  },
  en: {
    title: 'Five rules that keep you safe',
    rules: [
      'Never show your codes to anybody.',
      'Never share your app, code display or code reader with others.',
      'Never give your user ID to anybody but support, and only when you call them.',
      'Never approve because of a phone call, a mail or a visit.',
      'Always read what you approve.',
    ],
  },
})

export function SafetyRules({ language }: { language: Language }) {
  const { title, rules } = words[language]
  return (
    <Card title={title}>
      <InOrder items={rules} />
    </Card>
  )
}
