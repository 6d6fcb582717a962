package org.openmitid.phone;

import android.nfc.tech.IsoDep;
import java.io.IOException;
import org.openmitid.phone.bridge.Chip;

/** A chip by ISO/IEC 14443-4, as Android speaks to it. */
final class IsoDepChip implements Chip {
  /** In milliseconds: a passport may compute for seconds. */
  private static final int PATIENCE = 5000;

  private final IsoDep chip;

  IsoDepChip(IsoDep chip) {
    this.chip = chip;
  }

  @Override
  public void connect() throws IOException {
    try {
      // What a page before this one has opened, the chip shall have forgotten.
      if (chip.isConnected()) chip.close();
      chip.connect();
      chip.setTimeout(PATIENCE);
    } catch (RuntimeException gone) {
      throw new IOException(gone);
    }
  }

  @Override
  public byte[] transceive(byte[] command) throws IOException {
    try {
      return chip.transceive(command);
    } catch (RuntimeException gone) {
      // Newer versions say of a chip that has left that it is out of date.
      throw new IOException(gone);
    }
  }

  @Override
  public boolean extendedLength() {
    return chip.isExtendedLengthApduSupported();
  }

  @Override
  public void close() {
    try {
      chip.close();
    } catch (IOException | RuntimeException gone) {
      // It is gone, and so is what it knew.
    }
  }
}
