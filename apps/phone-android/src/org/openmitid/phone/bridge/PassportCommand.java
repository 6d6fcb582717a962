package org.openmitid.phone.bridge;

/**
 * The commands that reading a passport takes (ICAO 9303-10 §3.6, ICAO 9303-11). The shell carries no
 * others, so that a card that pays or opens doors cannot be used through it, whoever writes the page.
 */
final class PassportCommand {
  /** In bytes, with the header of an extended length (ISO/IEC 7816-4 §5.1). */
  private static final int LONGEST = 65_544;

  private static final byte[] APPLICATION = {(byte) 0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01};

  private PassportCommand() {}

  static boolean isOne(byte[] command) {
    if (command.length < 4 || command.length > LONGEST) return false;
    if (!isClass(command[0]) || !isInstruction(command[1])) return false;
    boolean inTheClear = (command[0] & 0x0c) == 0;
    boolean byName = command[1] == (byte) 0xa4 && command[2] == 0x04;
    // By name in the clear, there is one application to select.
    return !inTheClear || !byName || selectsApplication(command);
  }

  /** In the clear, chained, under secure messaging, and both (ISO/IEC 7816-4 §5.4.1). */
  private static boolean isClass(byte cla) {
    return cla == 0x00 || cla == 0x10 || cla == 0x0c || cla == 0x1c;
  }

  private static boolean isInstruction(byte ins) {
    switch (ins & 0xff) {
      case 0x22: // MANAGE SECURITY ENVIRONMENT
      case 0x82: // EXTERNAL AUTHENTICATE
      case 0x84: // GET CHALLENGE
      case 0x86: // GENERAL AUTHENTICATE
      case 0x88: // INTERNAL AUTHENTICATE
      case 0xa4: // SELECT
      case 0xb0: // READ BINARY
      case 0xb1:
      case 0xc0: // GET RESPONSE
        return true;
      default:
        return false;
    }
  }

  /** The name stands after Lc, of one byte or three. */
  private static boolean selectsApplication(byte[] command) {
    boolean extended = command.length > 4 && command[4] == 0x00;
    int at = extended ? 7 : 5;
    if (command.length < at + APPLICATION.length) return false;
    int length =
        extended ? (command[5] & 0xff) << 8 | (command[6] & 0xff) : command[4] & 0xff;
    if (length != APPLICATION.length) return false;
    for (int i = 0; i < APPLICATION.length; i += 1)
      if (command[at + i] != APPLICATION[i]) return false;
    return true;
  }
}
