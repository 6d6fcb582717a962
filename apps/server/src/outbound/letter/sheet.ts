/** An A4 sheet for a window envelope: where things stand on it. All lengths in millimetres. */

export const sheet = { width: 210, height: 297 } as const

/**
 * What the windows of C65 and C5 envelopes have in common wherever the sheet slides in them: they
 * begin 15 to 20 mm from the left and 39 to 45 mm from the top, and are 85 to 105 mm wide and 30 to
 * 45 mm high. Every letter of the address stands in here.
 */
export const addressField = { left: 20, top: 45, width: 85, height: 25 } as const

/** What some window may show. Nothing but the address stands in here. */
export const windowField = { left: 0, top: 37, width: 125, height: 50 } as const

export const margin = { left: 20, right: 22, top: 20, bottom: 24 } as const

/** Where the text of the first page begins: under every window. */
export const firstLine = windowField.top + windowField.height + 3

export const textWidth = sheet.width - margin.left - margin.right

/** Points, in which PDF measures (ISO 32000-1 §8.3.2.3). */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}
