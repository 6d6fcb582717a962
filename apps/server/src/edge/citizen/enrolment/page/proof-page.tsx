/** The first step: who are you? The older eID answers, and the register knows the rest. */
import { Button, Field, Notice, StatusLine, TabLinks } from '@open-mitid/ui'
import type { BegunEnrolment, OlderEidPrompt, OlderEidWay } from '@open-mitid/identity/enrolment'
import type { Content } from '../../site-page.tsx'
import type { Reader } from '../../site.ts'
import { textsFor } from '../../texts.ts'
import { journeyPath } from '../journey-path.ts'
import { proofWords } from '../words/proof-words.ts'
import { journeyContent, type Shown } from './index.tsx'

/** As many as there are without devices to send; one more where there are. */
const stepsInAll = 6

export function proofPage(
  reader: Reader,
  { id, proving, wish }: BegunEnrolment,
  shown: Shown & { readonly way: OlderEidWay },
): Content {
  const text = textsFor(reader, proofWords)
  const path = journeyPath(reader.language, id, 'proof')
  const of = wish === undefined ? stepsInAll : undefined
  const around = { fault: shown.fault, step: 1, of }
  const leave = journeyPath(reader.language, id, 'leave')
  const props = { reader, path, shown }
  if (proving?.at === 'holder')
    return journeyContent(reader, {
      ...around,
      leave,
      title: text.registerTitle,
      body: <RegisterDue {...props} />,
    })
  if (proving?.prompt.way === 'card')
    return journeyContent(reader, {
      ...around,
      leave,
      title: text.keyTitle,
      body: <KeyForm {...props} prompt={proving.prompt} />,
    })
  if (proving?.prompt.way === 'app')
    return journeyContent(reader, {
      ...around,
      leave,
      title: text.appTitle,
      body: <AppPrompt {...props} reference={proving.prompt.reference} />,
    })
  return journeyContent(reader, {
    ...around,
    leave,
    title: text.title,
    body: <Credentials {...props} way={shown.way} />,
  })
}

type Props = { reader: Reader; path: string; shown: Shown }

function Credentials({ reader, path, shown, way }: Props & { way: OlderEidWay }) {
  const text = textsFor(reader, proofWords)
  const errorOf = (id: string) => (shown.fault?.id === id ? shown.fault.text : undefined)
  return (
    <>
      <TabLinks
        label={text.ways}
        tabs={(['card', 'app'] as const).map((each) => ({
          href: `${path}?way=${each}`,
          label: text.way[each],
          current: each === way,
        }))}
      />
      <p>{text.lead[way]}</p>
      <form class="stack" method="post" action={path} novalidate>
        <input type="hidden" name="way" value={way} />
        <Field
          name="user_id"
          label={text.userId}
          hint={text.userIdHint}
          error={errorOf('user_id')}
          value={shown.typed ?? ''}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          maxLength={100}
        />
        <Field
          name="password"
          type="password"
          label={text.password}
          error={errorOf('password')}
          autocomplete="off"
          maxLength={100}
        />
        <Button>{text.send}</Button>
      </form>
      {reader.site.sandbox ? (
        <Notice title={text.sandboxTitle}>
          <p>{text.sandbox}</p>
        </Notice>
      ) : null}
    </>
  )
}

type CardPrompt = Extract<OlderEidPrompt, { way: 'card' }>

function KeyForm({ reader, path, shown, prompt }: Props & { prompt: CardPrompt }) {
  const text = textsFor(reader, proofWords)
  return (
    <>
      <p>{text.keyLead(prompt.card)}</p>
      <p class="key-number">
        <span class="muted">{text.keyNumber}</span>
        <b translate={false}>{prompt.number}</b>
      </p>
      <form class="stack" method="post" action={`${path}/key`} novalidate>
        <Field
          name="key"
          label={text.key}
          hint={text.keyHint}
          error={shown.fault?.text}
          width="short"
          inputmode="numeric"
          autocomplete="off"
          maxLength={10}
        />
        <Button>{text.goOn}</Button>
      </form>
      <Back reader={reader} path={path} />
    </>
  )
}

function AppPrompt({ reader, path, reference }: Props & { reference: string }) {
  const text = textsFor(reader, proofWords)
  return (
    <>
      <p>{text.appLead}</p>
      <p class="key-number">
        <span class="muted">{text.reference}</span>
        <b translate={false}>{reference}</b>
      </p>
      <p>{text.appCheck}</p>
      <div class="needs-script" data-prove={`${path}/check`}>
        <StatusLine>{text.waiting}</StatusLine>
      </div>
      <form class="stack" method="post" action={`${path}/check`}>
        <Button look="ghost" id="approved">
          {text.approved}
        </Button>
      </form>
      <Back reader={reader} path={path} />
    </>
  )
}

/** The identity is proved; only the register's part is missing. */
function RegisterDue({ reader, path }: Props) {
  const text = textsFor(reader, proofWords)
  return (
    <>
      <p>{text.registerLead}</p>
      <form method="post" action={`${path}/check`}>
        <Button id="user_id">{text.tryAgain}</Button>
      </form>
    </>
  )
}

function Back({ reader, path }: Pick<Props, 'reader' | 'path'>) {
  const text = textsFor(reader, proofWords)
  return (
    <form method="post" action={`${path}/back`}>
      <button type="submit" class="link-button">
        {text.otherWay}
      </button>
    </form>
  )
}
