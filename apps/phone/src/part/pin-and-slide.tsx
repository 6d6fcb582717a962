/** The yes: PIN and slider, locked until the text was seen to its end and the PIN is whole. */
import { approveWords, Button, PinField, SlideToApprove } from '@open-mitid/ui'
import { useState } from 'preact/hooks'
import type { Asked } from '../core/index.ts'
import { useApp } from '../app/app.ts'
import { sentenceOf, type Told } from '../app/told.ts'
import { useTask } from '../app/use-task.ts'
import { useReadToEnd } from '../app/use-read-to-end.ts'
import { useWrong } from '../app/use-wrong.ts'
import { approvalWords } from '../words/approval-words.ts'
import { commonWords } from '../words/common-words.ts'
import { regainWords } from '../words/regain-words.ts'
import { Problem } from './problem.tsx'

type Props = { id: string; asked: Asked; remember: boolean }

export function PinAndSlide({ id, asked, remember }: Props) {
  const { language, phone, go } = useApp()
  const words = approvalWords[language]
  const [pin, setPin] = useState('')
  const [approved, setApproved] = useState(false)
  const read = useReadToEnd('read-to-here')
  const task = useTask(id)
  const error =
    task.problem && isOfPin(task.problem) ? sentenceOf(task.problem, language) : undefined
  useWrong('pin', error)

  const approve = async () => {
    await task.run(
      () => phone.approve(id, asked, pin, remember),
      ({ returnToken }) => {
        setApproved(true)
        const offerId = asked.offer.content.offer_id
        const token = returnToken === undefined ? {} : { returnToken }
        go({ at: 'approved', id, offerId, shown: asked.shown, ...token })
      },
      (told) => {
        if (isOfPin(told)) setPin('')
        if (told.kind === 'sign-in-moved-on') go({ at: 'over', id })
      },
    )
  }

  return (
    <>
      <Problem told={error === undefined ? task.problem : undefined} />
      <PinField
        name="pin"
        label={commonWords[language].pin}
        error={error}
        value={pin}
        onValue={setPin}
        disabled={task.busy}
      />
      <SlideToApprove
        words={approveWords[language]}
        locked={locked()}
        state={approved ? 'done' : task.busy ? 'busy' : 'ready'}
        onApprove={approve}
      />
      <Button look="quiet" onClick={() => go({ at: 'forgotten-pin', id })}>
        {regainWords[language].forgotten}
      </Button>
    </>
  )

  function locked(): string | undefined {
    if (!read) return words.readFirst
    return pin.length < 6 ? words.pinFirst : undefined
  }
}

function isOfPin({ kind }: Told): boolean {
  return kind === 'pin-mistyped' || kind === 'pin-wrong' || kind === 'pin-wait'
}
