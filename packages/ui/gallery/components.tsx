/** Every component once, in its states. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import {
  Actions,
  Announcer,
  approveWords,
  Button,
  ButtonLink,
  Card,
  Cards,
  Checkbox,
  CodeField,
  Details,
  Dialog,
  EmptyState,
  Field,
  formatAmount,
  formatDateTime,
  Icon,
  iconNames,
  Mark,
  Notice,
  PageFrame,
  PinField,
  Radios,
  SelectField,
  SlideToApprove,
  StatusLine,
  Summary,
  Table,
  TabLinks,
  Tabs,
  type Language,
} from '../src/index.ts'
import { exampleWords } from './example-words.ts'
import { screens } from './screens.tsx'

type Props = { language: Language }

export function Components({ language }: Props) {
  const words = exampleWords[language]
  return (
    <PageFrame
      language={language}
      name="MitID"
      homeHref="?"
      width="wide"
      languageHrefs={{ da: '?language=da', en: '?language=en' }}
    >
      <h1>Gallery</h1>
      <ul>
        {Object.keys(screens).map((name) => (
          <li key={name}>
            <a href={`?screen=${name}&language=${language}`}>{name}</a>
          </li>
        ))}
      </ul>
      <Part title="Button">
        <Actions along="row">
          <Button onClick={nothing}>{words.approve}</Button>
          <Button look="ghost" onClick={nothing}>
            {words.refuse}
          </Button>
          <Button look="danger" onClick={nothing}>
            {words.delete}
          </Button>
          <Button busy={words.busy}>{words.approve}</Button>
          <ButtonLink look="quiet" href="#receipt">
            {words.receipt}
          </ButtonLink>
        </Actions>
      </Part>
      <Part title="Notice">
        <Notice title={words.notice}>
          <p>{words.noticeText}</p>
        </Notice>
        <Notice kind="warn" title={words.notice}>
          <p>{words.noticeText}</p>
        </Notice>
        <Notice kind="danger" title={words.notice}>
          <p>{words.noticeText}</p>
        </Notice>
        <Notice kind="done" title={words.approved}>
          <p>
            <a href="#receipt">{words.receipt}</a>
          </p>
        </Notice>
      </Part>
      <Part title="Field">
        <Field name="name" label={words.userId} hint={words.userIdHint} width="middle" />
        <Field name="wrong" label={words.userId} error={words.userIdError} />
        <SelectField
          name="municipality"
          label={words.municipality}
          width="middle"
          options={['Aarhus', 'Odense', 'Ærø'].map((label) => ({ value: label, label }))}
        />
        <PinField name="pin" label={words.pin} error={words.pinWrong} />
        <PinField name="once" label={words.displayCode} hint={words.displayHint} masked={false} />
        <CodeField name="typed" label={words.codeLabel} hint={words.codeHint} />
        <CodeField name="activation" label={words.codeLabel} groups={[4, 4, 4]} />
        <Checkbox name="accept" label={words.accept} hint={words.detailsText} />
        <Checkbox name="accept-wrong" label={words.accept} error={words.acceptError} />
        <Radios
          name="way"
          legend={words.way}
          value="sms"
          options={[
            { value: 'sms', label: words.sms, hint: words.smsHint },
            { value: 'letter', label: words.letter, hint: words.letterHint },
          ]}
        />
      </Part>
      <Part title="SlideToApprove">
        <Slides language={language} />
      </Part>
      <Part title="Status">
        <StatusLine>{words.waiting}</StatusLine>
        <StatusLine state="working">{words.busy}</StatusLine>
        <StatusLine state="done">{words.approved}</StatusLine>
        <StatusLine state="stopped">{words.refuse}</StatusLine>
      </Part>
      <Part title="Card, Summary, Details">
        <Cards>
          <Card title={words.mine} level={3}>
            <Summary
              size="plain"
              lines={[
                { label: words.userId, value: 'anna.æbleskive' },
                { label: words.place, value: words.near },
              ]}
            />
          </Card>
          <Card title={words.help} level={3}>
            <Details summary={words.details}>
              <p>{words.detailsText}</p>
            </Details>
            <Details summary={words.details} open>
              <p>{words.detailsText}</p>
            </Details>
          </Card>
        </Cards>
      </Part>
      <Part title="Table">
        <History language={language} />
      </Part>
      <Part title="Tabs">
        <Ways language={language} />
      </Part>
      <Part title="Dialog, Announcer">
        <Overlays language={language} />
      </Part>
      <Part title="EmptyState">
        <EmptyState icon="receipt" title={words.nothing} level={2}>
          <p>{words.nothingText}</p>
        </EmptyState>
      </Part>
      <Part title="Icon, Mark">
        <Mark label="MitID" />
        <ul class="gallery-icons">
          {iconNames.map((name) => (
            <li key={name}>
              <Icon name={name} label={name} />
            </li>
          ))}
        </ul>
      </Part>
    </PageFrame>
  )
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Slides({ language }: Props) {
  const words = exampleWords[language]
  const [count, setCount] = useState(0)
  return (
    <>
      <div id="slide-ready">
        <SlideToApprove words={approveWords[language]} onApprove={() => setCount(count + 1)} />
      </div>
      <output id="approvals">{count}</output>
      <div id="slide-locked">
        <SlideToApprove
          words={approveWords[language]}
          locked={words.readFirst}
          onApprove={() => setCount(count + 1)}
        />
      </div>
      <SlideToApprove words={approveWords[language]} state="busy" onApprove={nothing} />
      <SlideToApprove words={approveWords[language]} state="done" onApprove={nothing} />
    </>
  )
}

function History({ language }: Props) {
  const words = exampleWords[language]
  const rows = [230000, 123456789].map((ore, place) => ({
    key: String(place),
    cells: [
      formatDateTime(new Date(Date.UTC(2026, 10, 22 + place, 13, 5)), language),
      place === 0 ? 'Sundby Bank' : words.longService,
      words.transfer,
      formatAmount(ore, language),
    ],
  }))
  return (
    <Table
      caption={words.history}
      columns={[
        { head: words.when },
        { head: words.where },
        { head: words.what },
        { head: words.amountHead, numeric: true },
      ]}
      rows={rows}
    />
  )
}

function Ways({ language }: Props) {
  const words = exampleWords[language]
  const [way, setWay] = useState('sms')
  return (
    <>
      <TabLinks
        label={words.way}
        tabs={[
          { href: '#sms', label: words.sms, current: true },
          { href: '#letter', label: words.letter },
        ]}
      />
      <Tabs
        id="ways"
        label={words.way}
        current={way}
        onPick={setWay}
        tabs={[
          { key: 'sms', label: words.sms },
          { key: 'letter', label: words.letter },
        ]}
      >
        <p>{way === 'sms' ? words.smsHint : words.letterHint}</p>
      </Tabs>
    </>
  )
}

function Overlays({ language }: Props) {
  const words = exampleWords[language]
  const [open, setOpen] = useState(false)
  const [message, setMessage] = useState('')
  return (
    <>
      <Actions along="row">
        <Button look="ghost" onClick={() => setOpen(true)}>
          {words.menu}
        </Button>
        <Button look="ghost" onClick={() => setMessage(words.approved)}>
          {words.approve}
        </Button>
      </Actions>
      <Dialog
        language={language}
        id="menu"
        open={open}
        title={words.menu}
        onClose={() => setOpen(false)}
      >
        <p>{words.noticeText}</p>
        <Actions>
          <Button look="danger" onClick={() => setOpen(false)}>
            {words.delete}
          </Button>
        </Actions>
      </Dialog>
      <Announcer message={message} />
    </>
  )
}

function nothing(): undefined {
  return undefined
}
