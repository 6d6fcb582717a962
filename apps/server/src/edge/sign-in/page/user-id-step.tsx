/** Step 1: the user ID. The same page follows whatever is typed, so that nobody learns who exists. */
import { Button, Checkbox, ErrorSummary, Field, type Language } from '@open-mitid/ui'
import type { Display } from '@open-mitid/protocol'
import { longestUserId, type UserIdFault } from '../typed-user-id.ts'
import { stepWords } from '../words/step-words.ts'
import { AskedText, hasText } from './asked-text.tsx'

type Props = {
  language: Language
  path: string
  display: Display
  hint?: string | undefined
  fault?: UserIdFault | undefined
}

export function UserIdStep({ language, path, display, hint, fault }: Props) {
  const words = stepWords[language].userId
  const error = fault ? words[fault] : undefined
  return (
    <div class="stack" data-step="">
      {error ? (
        <div data-errors="">
          <ErrorSummary language={language} errors={[{ id: 'user_id', text: error }]} />
        </div>
      ) : null}
      {hasText(display) ? <AskedText display={display} /> : null}
      <form
        class="stack"
        method="post"
        action={`${path}/user-id`}
        data-send=""
        data-user-id-form=""
        novalidate
      >
        <h2 data-title={words.knownTitle}>{words.title}</h2>
        <div class="known" data-known="" hidden>
          <p class="small muted">{words.known}</p>
          <p class="known-name" data-known-name="" />
          <button type="button" class="link-button">
            {words.notYou}
          </button>
        </div>
        <div class="stack" data-ask="">
          <Field
            name="user_id"
            label={words.label}
            hint={words.hint}
            error={error}
            value={hint}
            autocomplete="username"
            autocapitalize="none"
            autocorrect="off"
            spellcheck={false}
            maxLength={longestUserId}
            required
          />
          <div class="needs-script">
            <Checkbox name="remember" label={words.remember} hint={words.rememberHint} />
          </div>
        </div>
        <Button>{words.send}</Button>
      </form>
    </div>
  )
}
