/**
 * A double click presses twice, and the second press lands on the screen that the first one opened:
 * it would refuse what was not read yet, or send a PIN that was not typed. It counts for nothing.
 */
export function ignoreSecondPresses(page: Document): () => void {
  const stop = (event: MouseEvent): void => {
    const pressed = event.target instanceof Element && event.target.closest('button')
    if (event.detail < 2 || !pressed) return
    event.preventDefault()
    event.stopPropagation()
  }
  page.addEventListener('click', stop, { capture: true })
  return () => {
    page.removeEventListener('click', stop, { capture: true })
  }
}
