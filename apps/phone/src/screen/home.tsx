/** The front page: nothing to approve, unless the person brought something in. Nothing pops up. */
import { Actions, AppBar, AppFrame, Button, Card, EmptyState, Notice } from '@open-mitid/ui'
import { useEffect, useState } from 'preact/hooks'
import { nameOf, useApp } from '../app/app.ts'
import type { Screens } from '../app/screen.ts'
import { untilWhen } from '../app/told.ts'
import { useHeading } from '../app/use-heading.ts'
import { useStanding } from '../app/use-standing.ts'
import { Menu } from '../part/menu.tsx'
import { WebsiteLink } from '../part/website-link.tsx'
import { commonWords } from '../words/common-words.ts'
import { homeWords } from '../words/home-words.ts'
import { regainWords } from '../words/regain-words.ts'
import { sentenceOf } from '../app/told.ts'

export function Home({ id, note }: Screens['home']) {
  const app = useApp()
  const { language, go } = app
  const words = homeWords[language]
  const [menu, setMenu] = useState(false)
  const { standing, problem, busy, ask } = useStanding(id)
  const waiting = standing?.waiting ?? []
  const profile = app.profiles.find((held) => held.id === id)
  const forked = profile?.stage === 'active' && profile.forked
  useHeading()

  useEffect(() => {
    if (note !== undefined) app.say(note)
  }, [note])

  return (
    <AppFrame
      bar={
        <AppBar
          language={language}
          name={nameOf(app, id)}
          menuOpen={menu}
          onMenu={() => setMenu(true)}
        />
      }
      place={waiting.length > 0 ? 'top' : 'middle'}
      foot={
        <Actions>
          <Button onClick={() => go({ at: 'scan', id })}>{words.scan}</Button>
          <Button look="ghost" onClick={() => go({ at: 'type-code', id })}>
            {words.type}
          </Button>
        </Actions>
      }
    >
      {waiting.length > 0 ? (
        <>
          <h1>{words.waiting}</h1>
          <p>{words.waitingText}</p>
          {waiting.map((asked) => (
            <Card key={asked.offer.content.offer_id} title={asked.shown.head.service}>
              <p lang={asked.shown.lang}>{asked.shown.head.question}</p>
              <Button look="ghost" onClick={() => go({ at: 'approval', id, asked })}>
                {words.answer}
              </Button>
            </Card>
          ))}
        </>
      ) : (
        <EmptyState title={words.nothing}>
          <p>{words.nothingText}</p>
        </EmptyState>
      )}
      <div class="notes stack">
        {note === undefined ? null : (
          <Notice kind="done">
            <p>{note}</p>
          </Notice>
        )}
        {forked ? (
          <Notice kind="danger" title={words.forkedTitle}>
            <p>{words.forked}</p>
          </Notice>
        ) : null}
        {problem ? (
          <Notice
            kind="warn"
            live
            title={problem.kind === 'unreachable' ? words.offlineTitle : undefined}
          >
            <p>{problem.kind === 'unreachable' ? words.offline : sentenceOf(problem, language)}</p>
            {problem.kind === 'pin-blocked' ? (
              <Button look="quiet" onClick={() => go({ at: 'forgotten-pin', id })}>
                {regainWords[language].forgotten}
              </Button>
            ) : (
              <Button
                look="quiet"
                busy={busy ? commonWords[language].working : undefined}
                onClick={() => void ask()}
              >
                {commonWords[language].tryAgain}
              </Button>
            )}
          </Notice>
        ) : null}
        {standing?.wait_until === undefined ? null : (
          <Notice title={words.waitTitle}>
            <p>{words.wait(untilWhen(standing.wait_until, language))}</p>
          </Notice>
        )}
        {standing && !standing.spare ? (
          <Notice title={words.spareTitle}>
            <p>{words.spare}</p>
            <WebsiteLink page="spare">{words.getSpare}</WebsiteLink>
          </Notice>
        ) : null}
        {app.update ? (
          <Notice title={words.updateTitle}>
            <Button look="quiet" onClick={app.update}>
              {words.update}
            </Button>
          </Notice>
        ) : null}
      </div>
      <Menu id={id} open={menu} onClose={() => setMenu(false)} />
    </AppFrame>
  )
}
