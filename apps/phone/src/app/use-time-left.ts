/** How long something still lasts, told quietly on the page and aloud when it gets short. */
import { formatSpan } from '@open-mitid/ui/wording'
import { useEffect, useState } from 'preact/hooks'
import { approvalWords } from '../words/approval-words.ts'
import { useApp } from './app.ts'

const short = 60

/** `until`: seconds since 1970 at the server. */
export function useTimeLeft(until: number): string {
  const { clock, language, say } = useApp()
  const [left, setLeft] = useState(() => until - clock.now())
  const words = approvalWords[language]

  useEffect(() => {
    const tick = setInterval(() => setLeft(until - clock.now()), 1000)
    return () => clearInterval(tick)
  }, [until, clock])

  const nearly = left <= short && left > 0
  const over = left <= 0
  useEffect(() => {
    if (nearly) say(words.oneMinute)
  }, [nearly])
  useEffect(() => {
    if (over) say(words.timeOver)
  }, [over])

  return over ? words.timeOver : words.timeLeft(formatSpan(left, language))
}
