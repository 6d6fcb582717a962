/** The data page as it is printed (ICAO 9303-4 §4): 125 x 88 mm, the zone in OCR-B below. */
import type { Language } from '@open-mitid/ui'
import type { Passport } from '../passport.ts'
import { words } from '../words.ts'

/** Letters of the zone stand 2.54 mm apart (ICAO 9303-3 §4.2), the first 5 mm from the edge. */
const pitch = 2.54
const zoneStart = 6.6
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

export function PrintedPage({ passport, language }: { passport: Passport; language: Language }) {
  const { holder, printed, zone, issued, expires } = passport
  const text = words[language]
  const fields: readonly (readonly [string, string, number, number])[] = [
    ['Type', 'P', 42, 14],
    ['Code', printed.issuer, 58, 14],
    ['Passport no.', printed.documentNumber, 82, 14],
    ['Surname', holder.surname, 42, 23],
    ['Given names', holder.givenNames, 42, 32],
    ['Nationality', 'Utopian', 42, 41],
    ['Date of birth', printedDate(holder.birthDate), 42, 50],
    ['Personal no.', `${holder.cpr.slice(0, 6)}-${holder.cpr.slice(6)}`, 78, 50],
    ['Sex', holder.sex, 42, 59],
    ['Date of issue', printedDate(issued), 58, 59],
    ['Date of expiry', printedDate(expires), 88, 59],
  ]
  return (
    <svg
      class="data-page"
      viewBox="0 0 125 88"
      role="img"
      aria-label={text.pageOf(printed.documentNumber)}
    >
      <rect width="125" height="88" rx="3" class="paper" />
      <path d="M0 9 C 30 4, 60 14, 125 7" class="guilloche" />
      <text x="5" y="7" class="state">
        UTOPIA · PASSPORT
      </text>
      <image
        href={`/passport/${holder.key}/portrait.jpg`}
        x="5"
        y="12"
        width="33"
        height="42.5"
        preserveAspectRatio="xMidYMid slice"
      />
      {fields.map(([label, value, x, y]) => (
        <>
          <text x={x} y={y} class="label">
            {label}
          </text>
          <text
            x={x}
            y={y + 4}
            class="value"
            {...(value.length > 34 ? { textLength: 80, lengthAdjust: 'spacingAndGlyphs' } : {})}
          >
            {value}
          </text>
        </>
      ))}
      <rect y="64.8" width="125" height="23.2" class="zone" />
      {zone.map((line, row) => (
        <text y={74 + row * 6.35} class="mrz" aria-hidden="true">
          {[...line].map((letter, at) => (
            <tspan x={zoneStart + at * pitch}>{letter}</tspan>
          ))}
        </text>
      ))}
    </svg>
  )
}

function printedDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day} ${months[Number(month) - 1] ?? ''} ${year}`
}
