/** Done: what was approved, and the way back. */
import type { RenderedOffer } from '@open-mitid/protocol'
import { Actions, AppFrame, Button, Done } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import { useApp } from '../app/app.ts'
import { evidenceName, saveJson } from '../app/save-file.ts'
import type { Screens } from '../app/screen.ts'
import { useHeading } from '../app/use-heading.ts'
import { useTask } from '../app/use-task.ts'
import { Problem } from '../part/problem.tsx'
import { approvalWords } from '../words/approval-words.ts'
import { commonWords } from '../words/common-words.ts'
import { homeWords } from '../words/home-words.ts'

export function Approved({ id, offerId, shown, returnToken }: Screens['approved']) {
  const { language, phone, settings, go, say, shell } = useApp()
  const words = approvalWords[language]
  const [receipt, setReceipt] = useState<string>()
  const task = useTask(id)
  const { signInOrigin } = settings
  // On this device it is the browser that goes on, and only then is anybody logged on.
  const loggedOn = shown?.kind === 'log_on' && returnToken === undefined
  const leadsBack = returnToken !== undefined && signInOrigin !== undefined
  useHeading()

  const keepReceipt = () => {
    void task.run(
      () => phone.receipt(id, offerId),
      async ({ pack }) => {
        if (pack && !(await saveJson(shell, evidenceName(offerId), pack))) return
        const told = pack ? words.receiptSaved : words.receiptLater
        setReceipt(told)
        say(told)
      },
    )
  }

  return (
    <AppFrame
      place="middle"
      foot={
        <Actions>
          {leadsBack ? (
            // The address takes this page's place: "back" must not lead to a used token.
            <Button onClick={() => location.replace(`${signInOrigin}/return#${returnToken}`)}>
              {words.toBrowser}
            </Button>
          ) : (
            <Button onClick={() => go({ at: 'home', id })}>{commonWords[language].done}</Button>
          )}
          {returnToken === undefined ? (
            <Button
              look="quiet"
              busy={task.busy ? commonWords[language].working : undefined}
              onClick={keepReceipt}
            >
              {words.receipt}
            </Button>
          ) : null}
        </Actions>
      }
    >
      <Done title={loggedOn ? words.loggedOn : words.approved}>
        {shown ? <What shown={shown} /> : <p>{homeWords[language].gonethrough}</p>}
        <p>{returnToken === undefined ? words.approvedThere : words.approvedHere}</p>
      </Done>
      {receipt === undefined ? null : <p class="small">{receipt}</p>}
      <Problem told={task.problem} />
    </AppFrame>
  )
}

/** In short: a long text has been read already, and stands in the history. */
function What({ shown }: { shown: RenderedOffer }) {
  const { head, title, lines } = shown
  const values = [title, ...lines.map(({ value }) => value)].filter(isShort)
  return (
    <div lang={shown.lang}>
      <p>
        <b>
          <bdi>{head.service}</bdi>
        </b>
      </p>
      {values.slice(0, 3).map((text) => (
        <p key={text}>
          <bdi>{text}</bdi>
        </p>
      ))}
    </div>
  )
}

function isShort(text: string | undefined): text is string {
  return text !== undefined && text.length <= 60
}
