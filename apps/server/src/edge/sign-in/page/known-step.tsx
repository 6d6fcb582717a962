/** From the activation of a code device: the script hands in the pass, and this browser is known. */
import { ButtonLink, Notice, StatusLine, type Language } from '@open-mitid/ui'
import { knownWords } from '../words/known-words.ts'

export type KnownState = 'asking' | 'known' | 'unknown'
type Props = { language: Language; state: KnownState; help: string }

export function KnownStep({ language, state, help }: Props) {
  const words = knownWords[language]
  if (state === 'asking')
    return (
      <div class="stack" data-step="">
        <h2>{words.asking.title}</h2>
        <div class="needs-script">
          <StatusLine state="working">{words.asking.lead}</StatusLine>
        </div>
        <noscript>
          <Notice kind="warn">
            <p>{words.noScript}</p>
          </Notice>
        </noscript>
      </div>
    )
  if (state === 'unknown')
    return (
      <div class="stack" data-step="">
        <h2>{words.unknown.title}</h2>
        <p>{words.unknown.lead}</p>
      </div>
    )
  return (
    <div class="stack" data-step="">
      <h2>{words.known.title}</h2>
      <StatusLine state="done">{words.known.lead}</StatusLine>
      <p>{words.known.next}</p>
      <ButtonLink href={help}>{words.known.go}</ButtonLink>
    </div>
  )
}
