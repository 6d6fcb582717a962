/** Answers when it is the caller's turn, in the order in which they asked. */
export type Turn = () => Promise<void>

/**
 * One turn for each turn of the event loop. Calls that come together would otherwise be decided in
 * one go, and what the database answered to the first would be read only after the last.
 */
export function takeTurns(): Turn {
  const waiting: (() => void)[] = []
  let isTaken = false
  const next = (): void => {
    const following = waiting.shift()
    isTaken = following !== undefined
    if (!following) return
    setImmediate(next)
    following()
  }
  return () =>
    new Promise((resolve) => {
      if (isTaken) waiting.push(resolve)
      else {
        isTaken = true
        setImmediate(next)
        resolve()
      }
    })
}
