/** The text of an approval, whole and in the language that the service wrote it in. */
import type { Display } from '@open-mitid/protocol'

export function AskedText({ display }: { display: Display }) {
  return (
    <div class="asked" lang={display.lang}>
      {display.title === undefined ? null : <p class="asked-title">{display.title}</p>}
      {display.lines.map((line, place) => (
        <p class="asked-line" key={place}>
          {line.label === undefined ? null : <span class="asked-label">{line.label}</span>}
          <span class="asked-value">{line.value}</span>
        </p>
      ))}
    </div>
  )
}

/** A log-on has no text of its own; its heading says all. */
export function hasText(display: Display): boolean {
  return display.title !== undefined || display.lines.length > 0
}
