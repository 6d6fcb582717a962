/** Pages to go on to, each with what it is about. */
import { pathOf, type Place } from '../address.ts'
import type { Reader } from '../site.ts'

type Way = { readonly place: Place; readonly title: string; readonly summary: string }

export function WaysOn({ reader, ways }: { reader: Reader; ways: readonly Way[] }) {
  return (
    <ul class="ways-on">
      {ways.map(({ place, title, summary }) => (
        <li key={title}>
          <a href={pathOf(place, reader.language)}>{title}</a>
          <p>{summary}</p>
        </li>
      ))}
    </ul>
  )
}
