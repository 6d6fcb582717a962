/** A page with little on it: nothing there yet, or something done. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon/icon.tsx'

type Props = {
  icon?: IconName | undefined
  title: ComponentChildren
  level?: 1 | 2 | undefined
  children?: ComponentChildren
}

export function EmptyState({ icon, title, level = 1, children }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div class="empty-state">
      {icon ? <Icon name={icon} /> : null}
      <Heading>{title}</Heading>
      {children ? <div class="empty-text stack stack-close">{children}</div> : null}
    </div>
  )
}

/** The end of a journey: a check mark, a sentence, and what was done. */
export function Done({
  title,
  children,
}: {
  title: ComponentChildren
  children?: ComponentChildren
}) {
  return (
    <div class="empty-state done" role="status">
      <span class="done-sign">
        <Icon name="check" />
      </span>
      <h1>{title}</h1>
      {children ? <div class="empty-text stack stack-close">{children}</div> : null}
    </div>
  )
}
