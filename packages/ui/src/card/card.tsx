/** A sheet of paper on the page: things that belong together. */
import type { ComponentChildren } from 'preact'

type Props = {
  title?: ComponentChildren
  /** The level of the title in the page's order of headings. */
  level?: 2 | 3 | undefined
  children: ComponentChildren
}

export function Card({ title, level = 2, children }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="card stack">
      {title ? <Heading class="card-title">{title}</Heading> : null}
      {children}
    </section>
  )
}

/** Cards beside each other where there is room. */
export function Cards({ children }: { children: ComponentChildren }) {
  return <div class="cards">{children}</div>
}
