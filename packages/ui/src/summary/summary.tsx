/** What is being decided, line by line: label small, value large, never cut off. */
import type { ComponentChildren } from 'preact'

export type SummaryLine = { label: ComponentChildren; value: ComponentChildren }

type Props = {
  lines: readonly SummaryLine[]
  /** `large` for what is approved; `plain` for facts to look over. */
  size?: 'large' | 'plain' | undefined
}

export function Summary({ lines, size = 'large' }: Props) {
  return (
    <dl class={`summary summary-${size}`}>
      {lines.map((line, place) => (
        <div key={place}>
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
    </dl>
  )
}
