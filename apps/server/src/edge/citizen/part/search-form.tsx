/** Search in the help texts, by a form that needs no script. */
import { Button, Field, wording } from '@open-mitid/ui'
import { pathOf } from '../address.ts'
import { longestQuery } from '../help/search.ts'
import type { Reader } from '../site.ts'

const words = wording({
  da: {
    label: 'Søg i hjælpen',
    hint: 'Skriv for eksempel “ny telefon”. Skriv aldrig koder eller CPR-nummer her.',
    send: 'Søg',
  },
  en: {
    label: 'Search the help',
    hint: 'For example “new phone”. Never type codes or your CPR number here.',
    send: 'Search',
  },
})

/** `asked` is what was searched for before. */
export function SearchForm({ reader, asked = '' }: { reader: Reader; asked?: string }) {
  const { label, hint, send } = words[reader.language]
  return (
    <search>
      <form class="search" method="get" action={pathOf('help', reader.language)}>
        <Field
          type="search"
          name="q"
          label={label}
          hint={hint}
          value={asked}
          maxLength={longestQuery}
          autocomplete="off"
          enterkeyhint="search"
        />
        <Button look="ghost">{send}</Button>
      </form>
    </search>
  )
}
