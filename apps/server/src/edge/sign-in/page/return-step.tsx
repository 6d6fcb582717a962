/** Back from the app on the same device: the script hands in what the address brought. */
import { Notice, StatusLine, type Language } from '@open-mitid/ui'
import { endingWords } from '../words/ending-words.ts'

export function ReturnStep({ language }: { language: Language }) {
  const words = endingWords[language].returning
  return (
    <div class="stack" data-step="" data-return="">
      <h2>{words.title}</h2>
      <div class="needs-script">
        <StatusLine state="working">{words.lead}</StatusLine>
      </div>
      <noscript>
        <Notice kind="warn">
          <p>{words.noScript}</p>
        </Notice>
      </noscript>
    </div>
  )
}
