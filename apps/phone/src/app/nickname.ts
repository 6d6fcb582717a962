/** The name a person gives a profile: short, one line, no control characters. */
export function parseNickname(typed: string): string | undefined {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const fits = name !== '' && Array.from(name).length <= 30 && !/[\p{Cc}\p{Cf}]/u.test(name)
  return fits ? name : undefined
}
