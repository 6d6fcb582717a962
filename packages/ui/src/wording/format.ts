/**
 * Numbers, dates, times and amounts as Danish and English readers write them. Instants are shown in
 * Danish time, wherever the person or the server is.
 */
import type { Language } from './language.ts'

const timeZone = 'Europe/Copenhagen'
const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' }

/** "22. november 2026" / "22 November 2026". */
export function formatDate(instant: Date, language: Language): string {
  return dates[language].format(instant)
}

/** "14.05" / "14:05". */
export function formatTime(instant: Date, language: Language): string {
  return times[language].format(instant)
}

/** "22. november 2026 kl. 14.05" / "22 November 2026 at 14:05". */
export function formatDateTime(instant: Date, language: Language): string {
  const joint = { da: ' kl. ', en: ' at ' }[language]
  return formatDate(instant, language) + joint + formatTime(instant, language)
}

/** A calendar day without a time, such as a date of birth, given as `YYYY-MM-DD` (ISO 8601). */
export function formatDay(day: string, language: Language): string {
  return days[language].format(new Date(`${day}T00:00:00Z`))
}

/** "2.300" / "2,300". */
export function formatNumber(value: number, language: Language): string {
  return numbers[language].format(value)
}

/** Danish kroner given in øre: "2.300 kr.", "2.300,50 kr." / "DKK 2,300", "DKK 2,300.50". */
export function formatAmount(ore: number, language: Language): string {
  const format = ore % 100 === 0 ? numbers[language] : fractions[language]
  const amount = format.format(ore / 100).replace('−', '-')
  return language === 'da' ? `${amount} kr.` : `DKK ${amount}`
}

/** Words that hang on a number; `other` gets the number as the language writes it. */
export type Forms = { one: string; other: (count: string) => string }

/** "1 besked", "3 beskeder": Danish and English both have only one and other. */
export function plural(count: number, language: Language, forms: Forms): string {
  return count === 1 ? forms.one : forms.other(formatNumber(count, language))
}

/** A span in the words a waiting person needs: "4 minutter", "under 1 minut" / "4 minutes". */
export function formatSpan(seconds: number, language: Language): string {
  if (seconds < 60) return { da: 'under 1 minut', en: 'less than 1 minute' }[language]
  const minutes = Math.floor(seconds / 60)
  if (minutes < 120) return plural(minutes, language, spans.minutes[language])
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return plural(hours, language, spans.hours[language])
  return plural(Math.floor(hours / 24), language, spans.days[language])
}

/** How long to wait, rounded up: "1 sekund", "12 sekunder", "2 minutter". */
export function formatWait(seconds: number, language: Language): string {
  if (seconds <= 60) return plural(Math.ceil(seconds), language, spans.seconds[language])
  return formatSpan(Math.ceil(seconds / 60) * 60, language)
}

const spans: Readonly<Record<'seconds' | 'minutes' | 'hours' | 'days', Record<Language, Forms>>> = {
  seconds: {
    da: { one: '1 sekund', other: (count) => `${count} sekunder` },
    en: { one: '1 second', other: (count) => `${count} seconds` },
  },
  minutes: {
    da: { one: '1 minut', other: (count) => `${count} minutter` },
    en: { one: '1 minute', other: (count) => `${count} minutes` },
  },
  hours: {
    da: { one: '1 time', other: (count) => `${count} timer` },
    en: { one: '1 hour', other: (count) => `${count} hours` },
  },
  days: {
    da: { one: '1 dag', other: (count) => `${count} dage` },
    en: { one: '1 day', other: (count) => `${count} days` },
  },
}

function each<Format>(make: (locale: string) => Format): Readonly<Record<Language, Format>> {
  return { da: make(locales.da), en: make(locales.en) }
}

const dates = each((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }))
const times = each((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }))
const days = each(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
)
const numbers = each((locale) => new Intl.NumberFormat(locale))
const fractions = each((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }))
