/** More for those who want it; works without scripts. */
import type { ComponentChildren } from 'preact'

type Props = { summary: ComponentChildren; open?: boolean | undefined; children: ComponentChildren }

export function Details({ summary, open, children }: Props) {
  return (
    <details class="details" open={open}>
      <summary>
        <span>{summary}</span>
      </summary>
      <div class="details-body stack">{children}</div>
    </details>
  )
}
