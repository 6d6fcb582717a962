/** RFC 9110 §14.1.2: one range of bytes; several, or another unit, may be answered with all. */
export type ByteRange = { readonly from: number; readonly to: number } | 'all' | 'none'

/** `none`: the range begins behind the end. */
export function rangeOf(header: string | undefined, length: number): ByteRange {
  const [whole, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '') ?? []
  if (whole === undefined || (first === '' && last === '')) return 'all'
  if (first === '') {
    const count = Math.min(Number(last), length)
    return count === 0 ? 'none' : { from: length - count, to: length - 1 }
  }
  const from = Number(first)
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1)
  if (last !== '' && Number(last) < from) return 'all'
  return from >= length ? 'none' : { from, to }
}
