/** When two ways of writing a recipient mean the same one. */

/**
 * Phone numbers compare without spaces, `00` and `+`; a `+` in an address bar arrives as a space,
 * so that both mean the same number. All else compares without regard to case and outer spaces.
 */
export function normalRecipient(recipient: string): string {
  const bare = recipient.trim().replace(/\s+/g, ' ')
  const digits = bare.replace(/[\s()-]/g, '')
  return /^(\+|00)?\d{4,15}$/.test(digits) ? digits.replace(/^(\+|00)/, '') : bare.toLowerCase()
}

/** "+4520123456" as people read it; numbers of other countries keep their digits together. */
export function readableRecipient(recipient: string): string {
  const danish = /^\+45(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(recipient)
  return danish ? `+45 ${danish.slice(1).join(' ')}` : recipient
}
