/** What was approved is done: the new password, or the new user ID and the password that goes with it. */
import { Button, ButtonLink, Checkbox, Details, Field, Notice, StatusLine } from '@open-mitid/ui'
import type { Language } from '@open-mitid/ui'
import type { OwnChangeRefusal, OwnChangeView } from '@open-mitid/identity/sign-in'
import { passwordWords } from '../../password-words.ts'
import { userIdWords } from '../../user-id-words.ts'
import { longestUserId } from '../typed-user-id.ts'
import { changeWords } from '../words/change-words.ts'

type Props = { language: Language; path: string; change: OwnChangeView }

export function ChangeStep({ language, path, change: { change, userId, ...more } }: Props) {
  const words = changeWords[language]
  const { hasPassword, suggestions } = more
  const renames = change === 'user-id'
  const text = renames ? words.userId : words.password
  return (
    <div class="stack" data-step="">
      <div data-wrong="" hidden tabIndex={-1} class="error-summary" role="alert">
        <p />
      </div>
      <h2>{text.title}</h2>
      <p>{renames && !hasPassword ? words.userId.leadApp : text.lead}</p>
      <p>
        {words.yourUserId} <strong translate={false}>{userId}</strong>
      </p>
      <noscript>
        <Notice kind="warn" title={text.title}>
          <p>{words.noScript}</p>
        </Notice>
      </noscript>
      <form
        class="stack needs-script"
        method="post"
        data-change={path}
        data-user-id={userId}
        data-words={JSON.stringify({ ...passwordWords[language], busy: words.busy })}
        novalidate
      >
        {renames ? (
          <UserIdFields language={language} path={path} suggestions={suggestions} />
        ) : (
          <input type="text" autocomplete="username" value={userId} hidden />
        )}
        {hasPassword ? (
          <PasswordFields
            language={language}
            label={renames ? words.userId.password : words.password.label}
          />
        ) : null}
        <Button data-working={words.password.working}>{text.send}</Button>
      </form>
      {renames ? (
        <Details summary={userIdWords[language].rulesTitle}>
          <ul>
            {userIdWords[language].rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </Details>
      ) : null}
    </div>
  )
}

type UserIdProps = { language: Language; path: string; suggestions: OwnChangeView['suggestions'] }

function UserIdFields({ language, path, suggestions }: UserIdProps) {
  const words = userIdWords[language]
  return (
    <>
      <fieldset class="suggestions">
        <legend>{words.suggestions}</legend>
        {suggestions.map((each) => (
          <button
            key={each}
            type="button"
            class="button button-ghost"
            translate={false}
            data-suggested=""
          >
            {each}
          </button>
        ))}
      </fieldset>
      <Field
        name="user_id"
        unsent
        label={words.own}
        hint={words.hint}
        autocomplete="username"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        maxLength={longestUserId}
        data-check={`${path}/change/check`}
        required
      />
      <p class="user-id-told" role="status" data-told="" />
    </>
  )
}

function PasswordFields({ language, label }: { language: Language; label: string }) {
  const words = changeWords[language].password
  return (
    <>
      <Field
        name="new-password"
        unsent
        type="password"
        label={label}
        hint={words.hint}
        autocomplete="new-password"
        autocapitalize="none"
        autocorrect="off"
        spellcheck={false}
        maxLength={200}
        required
      />
      <p class="field-hint" role="status" data-strength="" />
      <Checkbox name="show-password" label={words.show} />
    </>
  )
}

type OverProps = { language: Language; why: OwnChangeRefusal['kind']; website: string }

export function ChangeOverStep({ language, why, website }: OverProps) {
  const { over, back } = changeWords[language]
  const { title, lead, next } = over[why]
  return (
    <div class="stack" data-step="">
      <h2>{title}</h2>
      {why === 'change-done' ? <StatusLine state="done">{lead}</StatusLine> : <p>{lead}</p>}
      <p>{next}</p>
      <ButtonLink href={website}>{back}</ButtonLink>
    </div>
  )
}
