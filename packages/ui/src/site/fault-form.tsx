/** Where somebody makes an API fail: a choice of faults, and that it is saved. */
import { Button } from '../button/button.tsx'
import { Radios } from '../choice/choice.tsx'
import { Notice } from '../notice/notice.tsx'
import type { Language } from '../wording/language.ts'
import { outages, type Outage } from './faulty-api.ts'
import { faultWords } from './fault-words.ts'

type Props<Lie extends string> = {
  language: Language
  current: Outage | Lie
  /** Whether it was just chosen. */
  saved: boolean
  lies: Readonly<Record<Lie, string>>
}

export function FaultForm<Lie extends string>({ language, current, saved, lies }: Props<Lie>) {
  const text = faultWords[language]
  const options = [
    ...outages.map((fault) => ({ value: fault, label: text.outages[fault] })),
    ...Object.entries<string>(lies).map(([value, label]) => ({ value, label })),
  ]
  return (
    <>
      {saved ? <Notice kind="done" live title={text.saved} /> : null}
      <h1>{text.title}</h1>
      <p>{text.intro}</p>
      <form class="stack" method="post" action="/faults">
        <Radios name="fault" legend={text.legend} value={current} options={options} />
        <Button>{text.save}</Button>
      </form>
    </>
  )
}

/** On every other page, while a fault is switched on. */
export function FaultNotice({ language, current }: { language: Language; current: string }) {
  const text = faultWords[language]
  if (current === 'ok') return null
  return (
    <Notice kind="warn" title={text.warning}>
      <p>
        <a href="/faults">{text.change}</a>
      </p>
    </Notice>
  )
}
