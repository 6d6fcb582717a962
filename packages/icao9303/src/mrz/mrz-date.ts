/** Dates of a machine-readable zone: six digits, the century untold (ICAO 9303-3 §4.8). */

/** `YYMMDD` as printed; of an unknown birth date parts may be `<<`. */
export type MrzDate = string

const form = /^(?:\d\d|<<)(?:\d\d|<<)(?:\d\d|<<)$/u

export function isMrzDate(text: string): boolean {
  if (!form.test(text)) return false
  const [month, day] = [text.slice(2, 4), text.slice(4, 6)]
  const monthFits = month === '<<' || (Number(month) >= 1 && Number(month) <= 12)
  return monthFits && (day === '<<' || (Number(day) >= 1 && Number(day) <= 31))
}

/**
 * A birth date as `YYYY-MM-DD`: the latest such day not after `today`. `undefined` where a part
 * is unknown or the day does not exist.
 */
export function birthDateOf(date: MrzDate, today: Date): string | undefined {
  const year = today.getUTCFullYear()
  const century = year - (year % 100)
  const same = calendarDay(date, century)
  const before = calendarDay(date, century - 100)
  return same !== undefined && same <= today.toISOString().slice(0, 10) ? same : before
}

/**
 * The last day on which the document is valid, as `YYYY-MM-DD`: of the days that it can mean, the
 * one nearest to `today`, since documents are valid for at most ten years.
 */
export function expiryDateOf(date: MrzDate, today: Date): string | undefined {
  const year = today.getUTCFullYear()
  const century = year - (year % 100)
  const distance = (day: string) => Math.abs(Date.parse(day) - today.getTime())
  return [century - 100, century, century + 100]
    .map((start) => calendarDay(date, start))
    .filter((day) => day !== undefined)
    .sort((one, other) => distance(one) - distance(other))[0]
}

function calendarDay(date: MrzDate, century: number): string | undefined {
  const text = `${String(century + Number(date.slice(0, 2)))}-${date.slice(2, 4)}-${date.slice(4, 6)}`
  const found = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(found.getTime())) return undefined
  return found.toISOString().startsWith(text) ? text : undefined
}
