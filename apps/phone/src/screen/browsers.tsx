/** The computers in which a person is not warned, and how they take one off: step 8 of protocols §4. */
import type { KnownBrowser } from '@open-mitid/protocol'
import { Actions, AppBar, AppFrame, Button, Card, Notice } from '@open-mitid/ui'
import { formatDateTime } from '@open-mitid/ui/wording'
import { useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { PinForm } from '../part/pin-form.tsx'
import { Problem } from '../part/problem.tsx'
import { browserWords } from '../words/browser-words.ts'

type Reason = 'forgotten' | 'not_me'

export function Browsers({ id }: Screens['browsers']) {
  const { language, phone } = useApp()
  const words = browserWords[language]
  const [opened, setOpened] = useState<readonly KnownBrowser[]>()
  const task = useTask(id)
  useHeading(opened ? 'opened' : 'pin')

  if (opened) return <Shown id={id} browsers={opened} closed={() => setOpened(undefined)} />
  return (
    <PinForm
      id={id}
      title={words.title}
      text={<p>{words.pinText}</p>}
      verb={words.open}
      working={words.opening}
      task={task}
      onPin={(pin) => void task.run(() => phone.browsers(id, pin), setOpened)}
    />
  )
}

type ShownProps = { id: string; browsers: readonly KnownBrowser[]; closed: () => void }

/** `closed`: the minutes after the PIN are over, so it is asked for again. */
function Shown({ id, browsers, closed }: ShownProps) {
  const app = useApp()
  const { language, phone, say } = app
  const words = browserWords[language]
  const [kept, setKept] = useState(browsers)
  const [done, setDone] = useState<Reason>()
  const task = useTask(id)

  const forget = (browser: KnownBrowser, reason: Reason) =>
    void task.run(
      () => phone.forgetBrowser(id, browser, reason),
      () => {
        setKept(kept.filter((one) => one !== browser))
        setDone(reason)
        say(reason === 'not_me' ? words.notMeTitle : words.forgotten)
      },
      ({ kind }) => (kind === 'pin-needed' ? closed() : undefined),
    )

  return (
    <AppFrame
      bar={<AppBar language={language} name={nameOf(app, id)} onBack={() => history.back()} />}
    >
      <h1>{words.title}</h1>
      {done === 'forgotten' ? (
        <Notice kind="done">
          <p>{words.forgotten}</p>
        </Notice>
      ) : null}
      {done === 'not_me' ? (
        <Notice kind="warn" title={words.notMeTitle}>
          <p>{words.notMeText}</p>
        </Notice>
      ) : null}
      <p>{kept.length === 0 ? words.none : words.text}</p>
      <Problem told={task.problem} />
      {kept.map((browser) => (
        <Known
          key={browser.sign_in}
          browser={browser}
          busy={task.busy}
          onForget={(reason) => forget(browser, reason)}
        />
      ))}
    </AppFrame>
  )
}

type KnownProps = { browser: KnownBrowser; busy: boolean; onForget: (reason: Reason) => void }

function Known({ browser, busy, onForget }: KnownProps) {
  const { clock, language } = useApp()
  const words = browserWords[language]
  const name = browser.browser ?? words.nameless
  const time = formatDateTime(new Date(browser.since * 1000), language)
  const working = busy ? words.working : undefined
  return (
    <Card title={name} level={2}>
      <p class="small muted">
        <bdi>{words.since(browser.service, time)}</bdi>
      </p>
      {browser.known_from > clock.now() ? (
        <p>{words.from(formatDateTime(new Date(browser.known_from * 1000), language))}</p>
      ) : null}
      <Actions>
        <Button
          look="ghost"
          busy={working}
          aria-label={words.about(words.forget, name, time)}
          onClick={() => onForget('forgotten')}
        >
          {words.forget}
        </Button>
        <Button
          look="ghost"
          busy={working}
          aria-label={words.about(words.notMe, name, time)}
          onClick={() => onForget('not_me')}
        >
          {words.notMe}
        </Button>
      </Actions>
    </Card>
  )
}
