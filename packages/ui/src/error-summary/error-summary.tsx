/** What is wrong, the person's doing or not, at the top of a page; each line leads to its field. */
import type { Language } from '../wording/language.ts'
import { wording } from '../wording/wording.ts'

type Props = {
  language: Language
  /** In the order of the page; `id` is the field's. */
  errors: readonly { id: string; text: string }[]
}

const words = wording({
  da: { one: 'Der er et problem', more: 'Der er nogle problemer' },
  en: { one: 'There is a problem', more: 'There are some problems' },
})

/** Takes the focus when the page opens, so that it is the first thing read. */
export function ErrorSummary({ language, errors }: Props) {
  if (errors.length === 0) return null
  const title = errors.length === 1 ? words[language].one : words[language].more
  return (
    <div
      class="error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      autofocus
    >
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
