/** The code that was sent to a channel of somebody, and the field that it is typed in. */
import { Button, Field } from '@open-mitid/ui'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { sentCodeWords } from '../words/sent-code-words.ts'

type Props = {
  readonly reader: Reader
  readonly channel: 'sms' | 'email'
  readonly to: string
  /** Where the code goes. */
  readonly action: string
  readonly error: string | undefined
}

export function SentCode({ reader, channel, to, action, error }: Props) {
  const text = textsFor(reader, sentCodeWords)
  return (
    <>
      <p>
        {text.sent[channel]} <b translate={false}>{to}</b>
      </p>
      <form class="stack" method="post" action={action} novalidate>
        <Field
          name="code"
          label={text.code}
          hint={text.codeHint}
          error={error}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxLength={12}
        />
        <Button>{text.goOn}</Button>
      </form>
    </>
  )
}
