/** Counts down to nothing, once for each thing that is counted for. */
import { useEffect, useRef, useState } from 'preact/hooks'

const seconds = 5

/** `about` undefined stops the count. Answers the seconds that are left, where one is running. */
export function useCountdown(about: string | undefined, over: () => void): number | undefined {
  const [left, setLeft] = useState(seconds)
  const hand = useRef(over)
  hand.current = over

  useEffect(() => {
    setLeft(seconds)
    if (about === undefined) return
    let now = seconds
    const tick = setInterval(() => {
      now -= 1
      setLeft(now)
      if (now > 0) return
      clearInterval(tick)
      hand.current()
    }, 1000)
    return () => clearInterval(tick)
  }, [about])

  return about === undefined ? undefined : left
}
