/** One message, to be read in full: the words only, never a mail's or a letter's own markup. */
import { Button, ButtonLink, formatDateTime, type Language } from '@open-mitid/ui'
import { codesIn, piecesOf } from './code.ts'
import type { Letter, Message } from './message.ts'
import { readableRecipient } from './recipient.ts'
import { words, type Words } from './words.ts'

/** `alone`: the reader chose this recipient already, as in the small window beside a phone. */
type Props = { language: Language; message: Message; alone?: boolean }

export function MessageView({ language, message, alone = false }: Props) {
  const text = words[language]
  const codes = codesIn(message.text)
  return (
    <article class="message stack" data-message={message.id}>
      <header class="stack stack-close">
        <p class="message-kind">{text.kinds[message.kind]}</p>
        <h2 class="message-title">{titleOf(message, text)}</h2>
        <dl class="message-facts">
          {message.kind === 'sms' ? null : (
            <div>
              <dt>{text.from}</dt>
              <dd>{senderOf(message, text)}</dd>
            </div>
          )}
          {alone ? null : (
            <div>
              <dt>{text.to}</dt>
              <dd>{readableRecipient(message.to)}</dd>
            </div>
          )}
          <div>
            <dt>{text.time}</dt>
            <dd>
              <time dateTime={message.receivedAt}>
                {formatDateTime(new Date(message.receivedAt), language)}
              </time>
            </dd>
          </div>
        </dl>
      </header>
      {message.kind === 'letter' && message.contentType !== 'text/plain' ? (
        <LetterDocument letter={message} text={text} />
      ) : (
        <MessageText message={message} text={text} />
      )}
      {codes.map((code) => (
        <Code key={code} code={code} id={`${message.id}-${code.replace(/\W/g, '')}`} text={text} />
      ))}
    </article>
  )
}

/** The subject of a mail, the title of a letter, and of an SMS who sent it. */
export function titleOf(message: Message, text: Words): string {
  switch (message.kind) {
    case 'email':
      return message.subject || text.noSubject
    case 'letter':
      return message.title || text.letterTitle
    case 'sms':
      return message.from || text.kinds.sms
  }
}

export function senderOf(message: Message, text: Words): string {
  return message.kind === 'letter' ? text.printService : message.from
}

function MessageText({ message, text }: { message: Message; text: Words }) {
  if (message.text === '') return <p class="muted">{text.noText}</p>
  return (
    <div class={`message-text message-text-${message.kind}`}>
      {piecesOf(message.text).map((piece, index) => {
        if (piece.kind === 'words') return piece.text
        if (piece.kind === 'code') return <b key={index}>{piece.text}</b>
        return (
          <a key={index} href={piece.text} target="_blank" rel="noopener noreferrer">
            {piece.text}
          </a>
        )
      })}
    </div>
  )
}

function LetterDocument({ letter, text }: { letter: Letter; text: Words }) {
  const { pdf, page } = text.openLetter
  return (
    <p>
      <ButtonLink
        look="ghost"
        href={`/letters/${encodeURIComponent(letter.reference)}`}
        target="_blank"
        rel="noopener"
      >
        {letter.contentType === 'application/pdf' ? pdf : page}
      </ButtonLink>
    </p>
  )
}

/** The code by itself, to be selected by hand; the button shows when the script can copy. */
function Code({ code, id, text }: { code: string; id: string; text: Words }) {
  return (
    <div class="code">
      <div>
        <p class="code-label">{text.code}</p>
        <p class="code-value" id={id}>
          {code}
        </p>
      </div>
      <Button
        look="ghost"
        type="button"
        hidden
        data-copy={id}
        data-copied={text.copied}
        data-not-copied={text.notCopied}
        aria-describedby={id}
      >
        {text.copy}
      </Button>
    </div>
  )
}
