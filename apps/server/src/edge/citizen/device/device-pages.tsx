/** The pages on which a code device is activated: its letter first, then password and first code. */
import { Button, Checkbox, ErrorSummary, Field, Notice } from '@open-mitid/ui'
import type { DeviceAttemptView } from '@open-mitid/identity/authenticator'
import { NemIdForPassword } from '../part/nemid-for-password.tsx'
import { renderAnswer, type Content } from '../site-page.tsx'
import type { Reader } from '../site.ts'
import { activatePath } from './device-path.ts'
import { activateWords } from './device-words.ts'

export type LetterFault = 'wrong' | 'empty' | 'ended' | 'busy'

export function letterPage(reader: Reader, fault?: LetterFault, serial?: string): string {
  const { language } = reader
  const words = activateWords[language]
  const body = (
    <>
      {fault ? (
        <ErrorSummary language={language} errors={[{ id: 'serial', text: words[fault] }]} />
      ) : null}
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <form class="stack" method="post" action={activatePath(language)} novalidate>
        <Field
          name="serial"
          label={words.serial}
          hint={words.serialHint}
          width="middle"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          value={serial}
          maxLength={40}
          required
        />
        <Field
          name="code"
          label={words.code}
          hint={words.codeHint}
          width="short"
          inputmode="numeric"
          autocomplete="off"
          maxLength={20}
          required
        />
        <div>
          <Button>{words.go}</Button>
        </div>
      </form>
      <h2>{words.unread.title}</h2>
      <p>{words.unread.text}</p>
      <NemIdForPassword language={language} look="ghost">
        {words.unread.go}
      </NemIdForPassword>
    </>
  )
  return documentOf(reader, { body, script: true })
}

type PasswordPage = {
  readonly attempt: DeviceAttemptView
  /** They have a password and choose another. */
  readonly anew: boolean
  readonly script: string
}

export function passwordPage(reader: Reader, { attempt, anew, script }: PasswordPage): string {
  const { language } = reader
  const words = activateWords[language]
  const path = activatePath(language)
  const { state, kind } = attempt
  // Whoever has a device in use came to replace the password.
  const chooses = !attempt.hasPassword || anew || state === 'active'
  const asks = !chooses && !attempt.passwordProved
  const choice = attempt.hasPassword ? { ...words.choose, ...words.anew } : words.choose
  const text = asks ? words.known : choice
  const body = (
    <>
      <div data-errors="" hidden tabIndex={-1} class="error-summary" role="alert">
        <h2>{words.problem}</h2>
        <p />
      </div>
      <noscript>
        <Notice kind="warn" title={words.title}>
          <p>{words.noScript}</p>
        </Notice>
      </noscript>
      <div
        class="needs-script"
        data-activate={path}
        data-user-id={attempt.userId}
        data-words={JSON.stringify({
          refused: words.refused,
          strength: words.strength,
          busy: words.busy,
        })}
      >
        <section class="stack" data-step="password" hidden={!asks && !chooses}>
          <h1>{text.title}</h1>
          <p>{text.lead}</p>
          <p>
            {words.yourUserId} <strong>{attempt.userId}</strong>
          </p>
          <form
            class="stack"
            method="post"
            data-form={chooses ? 'choose' : 'known'}
            data-wrong={words.known.wrong}
            novalidate
          >
            <Field
              name="password"
              unsent
              type="password"
              label={text.label}
              {...(chooses ? { hint: words.choose.hint } : {})}
              width="middle"
              autocomplete={chooses ? 'new-password' : 'current-password'}
              autocapitalize="none"
              autocorrect="off"
              spellcheck={false}
              maxLength={200}
              required
            />
            {chooses ? <p class="field-hint" role="status" data-strength="" /> : null}
            <Checkbox name="show-password" label={words.choose.show} />
            <div>
              <Button data-working={text.working}>{text.go}</Button>
            </div>
          </form>
          {asks ? (
            <p>
              <a href={`${activatePath(language, 'password')}?new=1`}>{words.known.forgotten}</a>
            </p>
          ) : null}
        </section>
        <section class="stack" data-step="code" hidden={asks || chooses}>
          <h1>{words.first.title[state]}</h1>
          <p>{words.first.lead[kind]}</p>
          <form class="stack" method="post" data-form="code" novalidate>
            <Field
              name="first-code"
              unsent
              label={words.first.label}
              hint={words.first.hint}
              width="short"
              inputmode="numeric"
              autocomplete="one-time-code"
              maxLength={12}
              required
            />
            <div>
              <Button data-working={words.first.working[state]}>{words.first.go[state]}</Button>
            </div>
          </form>
        </section>
      </div>
      <script type="module" src={script} />
    </>
  )
  return documentOf(reader, { body })
}

function documentOf(reader: Reader, own: Pick<Content, 'body' | 'script'>): string {
  const { title, summary } = activateWords[reader.language]
  return renderAnswer(reader, { title, summary, ...own }, (language) => activatePath(language))
}
