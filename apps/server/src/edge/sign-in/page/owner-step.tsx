/** The owner's way on: the offer beside the password, the step that waits for it, and its own page. */
import { Button, ErrorSummary, Field, Notice, StatusLine } from '@open-mitid/ui'
import type { Language } from '@open-mitid/ui'
import { ownerWords } from '../words/owner-words.ts'

/** `unseen`: the password is right, and what is asked needs a browser that we know. */
type OfferProps = { language: Language; path: string; unseen: boolean }

/** The same for every user ID, and so is what follows. */
export function OwnerOffer({ language, path, unseen }: OfferProps) {
  const { offer } = ownerWords[language]
  return (
    <section class="stack needs-script">
      <h3>{unseen ? offer.unseenTitle : offer.title}</h3>
      <p>{unseen ? offer.unseen : offer.why}</p>
      <form method="post" action={`${path}/link`} data-send="">
        <Button look="ghost">{offer.ask}</Button>
      </form>
    </section>
  )
}

export type OwnerFault = 'empty' | 'wrong' | 'busy'
type SentProps = { language: Language; path: string; fault?: OwnerFault | undefined }

export function OwnerStep({ language, path, fault }: SentProps) {
  const words = ownerWords[language].sent
  const error = fault && words[fault]
  return (
    <div class="stack" data-step="" data-watch={path} data-state="open" data-way="device">
      {error === undefined ? null : (
        <div data-errors="">
          <ErrorSummary language={language} errors={[{ id: 'owner-code', text: error }]} />
        </div>
      )}
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <p>
        {words.link}
        <br />
        <a href={`${path}?way=device`}>{words.opened}</a>
      </p>
      <form class="stack" method="post" action={`${path}/link/code`} data-send="" novalidate>
        <Field
          name="code"
          id="owner-code"
          label={words.code}
          hint={words.codeHint}
          error={error}
          width="middle"
          autocomplete="one-time-code"
          autocapitalize="characters"
          autocorrect="off"
          spellcheck={false}
          maxLength={20}
          required
        />
        <Button>{words.send}</Button>
      </form>
      <p class="small muted">{words.none}</p>
    </div>
  )
}

export type OwnerPageState = 'asking' | 'let-on' | 'elsewhere' | 'unknown'

export function OwnerPageStep({ language, state }: { language: Language; state: OwnerPageState }) {
  const words = ownerWords[language].page
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
  const { title, lead, next } = words[state]
  return (
    <div class="stack" data-step="">
      <h2>{title}</h2>
      {state === 'let-on' ? <StatusLine state="done">{lead}</StatusLine> : <p>{lead}</p>}
      <p>{next}</p>
    </div>
  )
}
