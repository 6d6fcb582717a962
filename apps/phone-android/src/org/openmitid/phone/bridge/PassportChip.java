package org.openmitid.phone.bridge;

import java.io.IOException;

/** Whether a chip is a travel document's, asked before the page may speak to it. */
final class PassportChip {
  /** What a chip with PACE shows (ICAO 9303-11 §4.4.1); it may hide its application until then. */
  private static final byte[] SELECT_CARD_ACCESS = {0x00, (byte) 0xa4, 0x02, 0x0c, 2, 0x01, 0x1c};

  private static final byte[] SELECT_APPLICATION = {
    0x00, (byte) 0xa4, 0x04, 0x0c, 7, (byte) 0xa0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01
  };

  private PassportChip() {}

  /**
   * In this order, since PACE begins outside of the application (ICAO 9303-11 §4.4.1), and a chip that was
   * asked for it might not find its way back.
   */
  static boolean isOne(Chip chip) throws IOException {
    return isDone(chip.transceive(SELECT_CARD_ACCESS))
        || isDone(chip.transceive(SELECT_APPLICATION));
  }

  private static boolean isDone(byte[] answer) {
    int end = answer.length;
    return end >= 2 && answer[end - 2] == (byte) 0x90 && answer[end - 1] == 0x00;
  }
}
