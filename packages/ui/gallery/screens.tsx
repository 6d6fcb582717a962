/** Whole screens, made as the app, the box and a website make them. */
import type { ComponentChildren, ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import {
  Actions,
  AppBar,
  AppFrame,
  approveWords,
  BoxFrame,
  Button,
  ButtonLink,
  CodeField,
  Done,
  EmptyState,
  ErrorSummary,
  Field,
  PageFrame,
  PinField,
  QrFigure,
  Radios,
  ServiceHead,
  SlideToApprove,
  StatusLine,
  Steps,
  Summary,
  TimeLeft,
  TypedCode,
  type Language,
} from '../src/index.ts'
import { exampleMatrix } from './example-matrix.ts'
import { exampleWords } from './example-words.ts'

type Props = { language: Language }

function Home({ language }: Props) {
  const words = exampleWords[language]
  return (
    <AppFrame
      bar={<AppBar language={language} name="Anna" onMenu={nothing} />}
      place="middle"
      foot={
        <>
          <Actions>
            <Button onClick={nothing}>{words.scan}</Button>
            <Button look="ghost" onClick={nothing}>
              {words.type}
            </Button>
          </Actions>
          <p class="small muted">
            {words.spare} <a href="#spare">{words.getSpare}</a>
          </p>
        </>
      }
    >
      <EmptyState title={words.nothing}>
        <p>{words.nothingText}</p>
      </EmptyState>
    </AppFrame>
  )
}

function Approve({ language }: Props) {
  const words = exampleWords[language]
  return (
    <AppFrame
      bar={<AppBar language={language} name="Anna" aside={<TimeLeft>{words.minutes}</TimeLeft>} />}
      foot={<ApproveFoot language={language} />}
    >
      <ServiceHead name="Sundby Bank" domain={words.verified('bank.example')} />
      <h1>{words.question}</h1>
      <Summary
        lines={[
          { label: words.transfer, value: words.amount },
          { label: words.account, value: '9978 000123456' },
        ]}
      />
      <p class="small muted">{words.from}</p>
    </AppFrame>
  )
}

function ApproveLong({ language }: Props) {
  const words = exampleWords[language]
  return (
    <AppFrame
      bar={
        <AppBar
          language={language}
          name={words.longName}
          onBack={nothing}
          aside={<TimeLeft>{words.minutes}</TimeLeft>}
        />
      }
      foot={<ApproveFoot language={language} error={words.pinWrong} />}
    >
      <ServiceHead
        name={words.longService}
        domain={words.verified('ankestyrelsessekretariat-nordjylland.sundhedsvaesenet.example')}
      />
      <h1>{words.question}</h1>
      <Summary
        lines={[
          { label: words.transfer, value: words.long },
          { label: words.account, value: 'DK5000400440116243DK5000400440116243DK50004004' },
        ]}
      />
      <p class="small muted">{words.from}</p>
    </AppFrame>
  )
}

function ApproveFoot({ language, error }: Props & { error?: string }) {
  const words = exampleWords[language]
  const [pin, setPin] = useState('')
  const [state, setState] = useState<'ready' | 'done'>('ready')
  return (
    <>
      <PinField name="pin" label={words.pin} error={error} value={pin} onValue={setPin} />
      <SlideToApprove
        words={approveWords[language]}
        locked={pin.length < 6 ? words.pinFirst : undefined}
        state={state}
        onApprove={() => setState('done')}
      />
      <Actions along="row">
        <Button look="ghost" onClick={nothing}>
          {words.refuse}
        </Button>
        <Button look="ghost" onClick={nothing}>
          {words.notMe}
        </Button>
      </Actions>
    </>
  )
}

function Unseen({ language }: Props) {
  const words = exampleWords[language]
  return (
    <AppFrame
      alarm={
        <>
          <h1>{words.alarm}</h1>
          <p>{words.alarmText}</p>
        </>
      }
      foot={
        <>
          <Button onClick={nothing}>{words.goOn}</Button>
          <Actions along="row">
            <Button look="ghost" onClick={nothing}>
              {words.refuse}
            </Button>
            <Button look="ghost" onClick={nothing}>
              {words.notMe}
            </Button>
          </Actions>
        </>
      }
    >
      <ServiceHead name="Borger" domain={words.verified('borger.example')} />
      <h2>{words.logOnAt('Borger')}?</h2>
      <Summary
        lines={[
          { label: words.browser, value: 'Firefox, Linux' },
          { label: words.place, value: words.near },
        ]}
      />
    </AppFrame>
  )
}

function Approved({ language }: Props) {
  const words = exampleWords[language]
  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          <Button onClick={nothing}>{words.backToBrowser}</Button>
          <Button look="quiet" onClick={nothing}>
            {words.receipt}
          </Button>
        </Actions>
      }
    >
      <Done title={words.approved}>
        <p>{words.approvedText}</p>
      </Done>
    </AppFrame>
  )
}

function BoxScan({ language }: Props) {
  const words = exampleWords[language]
  return (
    <Box language={language} service="Borger" domain="borger.example">
      <QrFigure matrix={exampleMatrix} alt={words.qrAlt} />
      <StatusLine>{words.openAndScan}</StatusLine>
      <Actions>
        <ButtonLink look="quiet" href="#type">
          {words.cannotScan}
        </ButtonLink>
        <ButtonLink look="quiet" href="#other">
          {words.another}
        </ButtonLink>
      </Actions>
    </Box>
  )
}

function BoxType({ language }: Props) {
  const words = exampleWords[language]
  return (
    <Box language={language} service={words.longService} domain="borger.example">
      <TypedCode code="K7M29QXD" />
      <StatusLine state="working">{words.waiting}</StatusLine>
    </Box>
  )
}

function BoxCode({ language }: Props) {
  const words = exampleWords[language]
  return (
    <Box language={language} service="Sundby Bank" domain="bank.example">
      <Summary lines={[{ label: words.transfer, value: words.approvedText }]} />
      <PinField name="code" label={words.displayCode} hint={words.displayHint} masked={false} />
      <Field
        name="password"
        type="password"
        label={words.password}
        autocomplete="current-password"
      />
      <Button>{words.approve}</Button>
    </Box>
  )
}

function BoxUserId({ language }: Props) {
  const words = exampleWords[language]
  return (
    <Box language={language} service="Borger" domain="borger.example">
      <Field
        name="user-id"
        label={words.userId}
        hint={words.userIdHint}
        error={words.userIdError}
        autocomplete="username"
      />
      <Button>{words.goOnVerb}</Button>
    </Box>
  )
}

type BoxProps = Props & { service: string; domain: string; children: ComponentChildren }

function Box({ language, service, domain, children }: BoxProps) {
  const words = exampleWords[language]
  return (
    <BoxFrame
      language={language}
      name="MitID"
      title={words.logOnAt(service)}
      domain={domain}
      cancel={<a href="#cancel">{words.cancel}</a>}
      time={<TimeLeft>{words.minutes}</TimeLeft>}
      help={{ href: '#help', label: words.help }}
      languageHrefs={{ da: '?language=da', en: '?language=en' }}
    >
      {children}
    </BoxFrame>
  )
}

function Form({ language }: Props) {
  const words = exampleWords[language]
  return (
    <PageFrame
      language={language}
      name="MitID"
      homeHref="#home"
      languageHrefs={{ da: '?language=da&screen=form', en: '?language=en&screen=form' }}
      nav={[
        { href: '#start', label: words.start },
        { href: '#mine', label: words.mine, current: true },
        { href: '#help', label: words.help },
      ]}
      account={<a href="#out">{words.logOut}</a>}
      footerLinks={[{ title: words.help, links: [{ href: '#privacy', label: words.privacy }] }]}
    >
      <Steps language={language} step={2} of={5} />
      <ErrorSummary
        language={language}
        errors={[
          { id: 'user-id', text: words.userIdError },
          { id: 'way', text: words.way },
        ]}
      />
      <h1>{words.mine}</h1>
      <form class="stack" method="post">
        <Field
          name="user-id"
          label={words.userId}
          hint={words.userIdHint}
          error={words.userIdError}
          autocomplete="username"
        />
        <CodeField name="typed" label={words.codeLabel} hint={words.codeHint} />
        <Radios
          name="way"
          legend={words.way}
          error={words.way}
          options={[
            { value: 'sms', label: words.sms, hint: words.smsHint },
            { value: 'letter', label: words.letter, hint: words.letterHint },
          ]}
        />
        <Button>{words.goOnVerb}</Button>
      </form>
    </PageFrame>
  )
}

export const screens = {
  home: Home,
  approve: Approve,
  'approve-long': ApproveLong,
  unseen: Unseen,
  approved: Approved,
  'box-scan': BoxScan,
  'box-type': BoxType,
  'box-code': BoxCode,
  'box-user-id': BoxUserId,
  form: Form,
} satisfies Record<string, ComponentType<Props>>

export type ScreenName = keyof typeof screens

function nothing(): undefined {
  return undefined
}
