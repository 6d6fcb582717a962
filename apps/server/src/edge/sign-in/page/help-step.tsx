/** Help without leaving the sign-in; the page goes back by itself when the app has approved. */
import { ButtonLink, Details, type Language } from '@open-mitid/ui'
import { helpWords } from '../words/help-words.ts'

type Props = { language: Language; path: string; state: string }

export function HelpStep({ language, path, state }: Props) {
  const words = helpWords[language]
  return (
    <div class="stack" data-step="" data-watch={path} data-state={state} data-aside="">
      <h2>{words.title}</h2>
      <h3>{words.problems}</h3>
      <div>
        {Object.values(words.answers).map(({ asked, answer }) => (
          <Details key={asked} summary={asked}>
            <p>{answer}</p>
          </Details>
        ))}
      </div>
      <h3>{words.rulesTitle}</h3>
      <ol class="rules">
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ol>
      <ButtonLink href={path}>{words.back}</ButtonLink>
    </div>
  )
}
