/** Each new screen begins at its heading: for the eye, for the keyboard and for a screen reader. */
import { useLayoutEffect } from 'preact/hooks'

/** `step` tells apart the steps of one screen. Call it once, in the screen that holds the `<h1>`. */
export function useHeading(step?: string): void {
  useLayoutEffect(() => {
    const heading = document.querySelector('h1')
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [step])
}
