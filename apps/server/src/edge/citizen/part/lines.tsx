/** Texts in a row: things to do in order, and things that stand beside each other. */
import type { ComponentChildren } from 'preact'

/** Numbered, because one comes after the other. */
export function InOrder({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ol class="in-order">
      {items.map((item, place) => (
        <li key={place}>{item}</li>
      ))}
    </ol>
  )
}

export function Points({ items }: { items: readonly ComponentChildren[] }) {
  return (
    <ul>
      {items.map((item, place) => (
        <li key={place}>{item}</li>
      ))}
    </ul>
  )
}

/** Something that is typed letter by letter: a command, an address, a piece of JSON. */
export function Typed({ children }: { children: string }) {
  return (
    <pre class="typed">
      <code>{children}</code>
    </pre>
  )
}
