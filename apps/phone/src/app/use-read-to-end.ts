/** Whether a person has had the end of a text on their screen: nothing is approved unread. */
import { useEffect, useState } from 'preact/hooks'

/** `endId`: the element that stands right behind the text. Once seen is seen. */
export function useReadToEnd(endId: string): boolean {
  const [read, setRead] = useState(false)

  useEffect(() => {
    const end = document.getElementById(endId)
    if (!end || read) return
    const look = () => {
      if (isUncovered(end)) setRead(true)
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(document.body)
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      resized.disconnect()
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [endId, read])

  return read
}

/** In view, and not beneath the choices, which may stick to the lower edge of the screen. */
function isUncovered(end: Element): boolean {
  const { top } = end.getBoundingClientRect()
  const foot = document.querySelector('.app-foot')
  const covered = foot?.getBoundingClientRect().top ?? innerHeight
  return top <= Math.min(innerHeight, covered) + 1
}
