/** What is happening right now, and how long there is, in words. */
import type { ComponentChildren } from 'preact'
import { Icon } from '../icon/icon.tsx'

type StatusProps = {
  id?: string | undefined
  /** `waiting` for somebody, `working` itself, `done`, or `stopped`. */
  state?: 'waiting' | 'working' | 'done' | 'stopped' | undefined
  /** Change the words in place: a screen reader says each change. */
  children: ComponentChildren
}

export function StatusLine({ id, state = 'waiting', children }: StatusProps) {
  return (
    <div class={`status status-${state}`} role="status" id={id}>
      <Sign state={state} />
      <p>{children}</p>
    </div>
  )
}

function Sign({ state }: { state: NonNullable<StatusProps['state']> }) {
  if (state === 'done') return <Icon name="check" />
  if (state === 'stopped') return <Icon name="close" />
  return <span class="status-dot" aria-hidden="true" />
}

/** A quiet line, not a countdown that frightens; `role=timer` is not read out at each change. */
export function TimeLeft({
  id,
  children,
}: {
  id?: string | undefined
  children: ComponentChildren
}) {
  return (
    <p class="time-left" role="timer" id={id}>
      {children}
    </p>
  )
}
