/** The apps of a person who has shown again that they are theirs: one on a lost phone is closed. */
import type { RegainedApp } from '@open-mitid/protocol'
import { Actions, Button, Dialog, StatusLine } from '@open-mitid/ui'
import { formatDateTime } from '@open-mitid/ui/wording'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../../app/app.ts'
import { passportCall } from '../../core/passport/index.ts'
import { regainWords } from '../../words/regain-words.ts'
import { PassportProblem } from './passport-problem.tsx'
import { usePassportTask } from './use-passport-task.ts'

type Numbered = RegainedApp & { readonly number: string }
const again = {}

export function OwnApps({ proof }: { readonly proof: string }) {
  const { language, line, say } = useApp()
  const words = regainWords[language]
  const [apps, setApps] = useState<readonly Numbered[]>()
  const [asked, setAsked] = useState<Numbered>()
  const finding = usePassportTask(again)
  const closing = usePassportTask(again)

  useEffect(() => {
    void finding.run(
      () => passportCall(line, '/api/passport/apps', { proof }),
      (answer) => setApps(answer.apps.map((app, at) => ({ ...app, number: String(at + 1) }))),
    )
  }, [])

  const close = (app: Numbered) => {
    setAsked(undefined)
    void closing.run(
      () => passportCall(line, '/api/passport/close-app', { proof, profile: app.profile }),
      () => {
        setApps((before) => before?.filter((one) => one !== app))
        say(words.closed)
      },
    )
  }

  return (
    <>
      <h2>{words.appsTitle}</h2>
      {apps?.length === 0 ? <p>{words.noApps}</p> : <p>{words.appsText}</p>}
      {finding.busy ? <StatusLine state="working">{words.fetching}</StatusLine> : null}
      <PassportProblem told={finding.problem} />
      <ul class="points">
        {(apps ?? []).map((app) => (
          <li key={app.profile}>
            {words.app(app.number, formatDateTime(new Date(app.activated_at * 1000), language))}
            <br />
            <Button
              look="quiet"
              busy={closing.busy ? words.closing : undefined}
              onClick={() => setAsked(app)}
            >
              {words.close(app.number)}
            </Button>
          </li>
        ))}
      </ul>
      <PassportProblem told={closing.problem} />
      <Dialog
        language={language}
        id="close-app"
        open={asked !== undefined}
        title={words.closeTitle(asked?.number ?? '')}
        onClose={() => setAsked(undefined)}
      >
        <p>{words.closeText}</p>
        <Actions>
          <Button look="danger" onClick={() => asked && close(asked)}>
            {words.closeYes}
          </Button>
          <Button look="ghost" onClick={() => setAsked(undefined)}>
            {words.closeNo}
          </Button>
        </Actions>
      </Dialog>
    </>
  )
}
