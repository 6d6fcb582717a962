/**
 * The commands that reading a passport takes (ICAO 9303-10 §3.6, ICAO 9303-11). A reader carries no
 * others, so that a card that opens doors or signs cannot be used through it.
 */
const instructions: ReadonlySet<number> = new Set([
  0x22, // MANAGE SECURITY ENVIRONMENT
  0x82, // EXTERNAL AUTHENTICATE
  0x84, // GET CHALLENGE
  0x86, // GENERAL AUTHENTICATE
  0x88, // INTERNAL AUTHENTICATE
  0xa4, // SELECT
  0xb0, // READ BINARY
  0xb1,
  0xc0, // GET RESPONSE
])
/** In the clear, chained, under secure messaging, and both (ISO/IEC 7816-4 §5.4.1). */
const classes: ReadonlySet<number> = new Set([0x00, 0x10, 0x0c, 0x1c])

/** In bytes, with the header of an extended length (ISO/IEC 7816-4 §5.1). */
export const longestCommand = 65_544

export function isPassportCommand(command: Uint8Array): boolean {
  const [cla = -1, ins = -1, p1] = command
  if (command.length < 4 || command.length > longestCommand) return false
  if (!classes.has(cla) || !instructions.has(ins)) return false
  const inTheClear = (cla & 0x0c) === 0
  // By name in the clear, there is one application to select.
  return !inTheClear || ins !== 0xa4 || p1 !== 0x04 || selectsApplication(command)
}

const application = Buffer.from('a0000002471001', 'hex')

/** The name stands after Lc, of one byte or three. */
function selectsApplication(command: Uint8Array): boolean {
  const [, , , , first, high = 0, low = 0] = command
  const [at, length] = first === 0 ? [7, (high << 8) | low] : [5, first]
  return length === application.length && application.equals(command.subarray(at, at + length))
}
