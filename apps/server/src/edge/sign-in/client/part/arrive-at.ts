/** A page of one step puts the next in its place, and takes the reader to its heading. */
export function arriveAt(box?: Element, title?: string): void {
  if (box) document.querySelector('.box-page')?.replaceWith(box)
  if (title) document.title = title
  const heading = document.querySelector<HTMLElement>('#main h2')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
