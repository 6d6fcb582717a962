/** Says what changed. Render it once and keep it: a live region speaks only of later changes. */
import type { ComponentChildren } from 'preact'

type Props = {
  /** Empty when there is nothing to say. */
  message: ComponentChildren
  /** For the ear only, where the page itself shows the change. */
  hidden?: boolean | undefined
}

export function Announcer({ message, hidden = false }: Props) {
  return (
    <div class={hidden ? 'visually-hidden' : 'announcer'} role="status">
      {message ? <p class="toast">{message}</p> : null}
    </div>
  )
}
