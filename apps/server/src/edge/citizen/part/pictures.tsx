/** Pictures of the app, drawn of the same parts as the app itself, with nothing in them to press. */
import { Icon, ServiceHead, Summary, wording } from '@open-mitid/ui'
import type { ComponentChildren } from 'preact'
import type { Reader } from '../site.ts'
import { textsFor } from '../texts.ts'

const words = wording({
  da: {
    approval:
      'Billede af appen: Sundby Bank, bank.example, bekræftet, spørger: Godkend følgende? Overførsel 2.300 kr. Til konto 9978 000123456. Derunder PIN-koden, en skyder med teksten “Stryg for at godkende” og knapperne “Afvis” og “Jeg startede ikke dette”.',
    verified: (domain: string) => `${domain} · bekræftet`,
    question: 'Godkend følgende?',
    transfer: 'Overførsel',
    amount: '2.300 kr.',
    account: 'Til konto',
    pin: 'Din PIN-kode',
    slide: 'Stryg for at godkende',
    refuse: 'Afvis',
    notMe: 'Jeg startede ikke dette',
    unseen:
      'Billede af appen: en advarsel øverst spørger: Ser du denne computer foran dig? Du har aldrig før brugt MitID i denne browser. Derunder står, hvilken browser det er: Firefox på Linux, og knapperne “Ja, jeg sidder ved den: fortsæt”, “Afvis” og “Jeg startede ikke dette”.',
    alarm: 'Ser du denne computer foran dig?',
    alarmText: 'Du har aldrig før brugt MitID i denne browser.',
    logOn: 'Log på hos Borger?',
    browser: 'Browser',
    firefox: 'Firefox på Linux',
    goOn: 'Ja, jeg sidder ved den: fortsæt',
  },
  en: {
    approval:
      'Picture of the app: Sundby Bank, bank.example, verified, asks: Approve the following? Transfer DKK 2,300. To account 9978 000123456. Beneath it the PIN, a slider that says “Swipe to approve”, and the buttons “Refuse” and “I did not start this”.',
    verified: (domain) => `${domain} · verified`,
    question: 'Approve the following?',
    transfer: 'Transfer',
    amount: 'DKK 2,300',
    account: 'To account',
    pin: 'Your PIN',
    slide: 'Swipe to approve',
    refuse: 'Refuse',
    notMe: 'I did not start this',
    unseen:
      'Picture of the app: a warning at the top asks: Do you see this computer in front of you? You have never used MitID in this browser before. Beneath it stands which browser it is: Firefox on Linux, and the buttons “Yes, I sit at it: go on”, “Refuse” and “I did not start this”.',
    alarm: 'Do you see this computer in front of you?',
    alarmText: 'You have never used MitID in this browser before.',
    logOn: 'Log on at Borger?',
    browser: 'Browser',
    firefox: 'Firefox on Linux',
    goOn: 'Yes, I sit at it: go on',
  },
})

type Props = { reader: Reader }

export function ApprovalPicture({ reader }: Props) {
  const text = textsFor(reader, words)
  return (
    <Screen alt={text.approval}>
      <div class="screen-matter">
        <ServiceHead name="Sundby Bank" domain={text.verified('bank.example')} />
        <p class="screen-question">{text.question}</p>
        <Summary
          lines={[
            { label: text.transfer, value: text.amount },
            { label: text.account, value: '9978 000123456' },
          ]}
        />
      </div>
      <div class="screen-foot">
        <p class="screen-label">{text.pin}</p>
        <p class="screen-pin">
          {[1, 2, 3, 4, 5, 6].map((digit) => (
            <span key={digit}>
              <i />
            </span>
          ))}
        </p>
        <p class="screen-slide">
          <span>
            <Icon name="arrow" />
          </span>
          {text.slide}
        </p>
        <Refusals reader={reader} />
      </div>
    </Screen>
  )
}

export function UnseenPicture({ reader }: Props) {
  const text = textsFor(reader, words)
  return (
    <Screen alt={text.unseen}>
      <div class="screen-alarm">
        <p class="screen-question">{text.alarm}</p>
        <p>{text.alarmText}</p>
      </div>
      <div class="screen-matter">
        <ServiceHead name="Borger" domain={text.verified('borger.example')} />
        <p class="screen-question">{text.logOn}</p>
        <Summary lines={[{ label: text.browser, value: text.firefox }]} />
      </div>
      <div class="screen-foot">
        <p class="screen-button screen-go">{text.goOn}</p>
        <Refusals reader={reader} />
      </div>
    </Screen>
  )
}

function Refusals({ reader }: Props) {
  const { refuse, notMe } = textsFor(reader, words)
  return (
    <p class="screen-refusals">
      <span class="screen-button">{refuse}</span>
      <span class="screen-button">{notMe}</span>
    </p>
  )
}

function Screen({ alt, children }: { alt: string; children: ComponentChildren }) {
  return (
    <div class="screen" role="img" aria-label={alt}>
      {children}
    </div>
  )
}
