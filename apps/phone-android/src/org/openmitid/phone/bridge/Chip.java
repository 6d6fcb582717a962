package org.openmitid.phone.bridge;

import java.io.IOException;

/** A chip that lies on the phone, or did a moment ago. */
public interface Chip {
  /** Begins anew, as if it had just been laid there; throws where it is gone. */
  void connect() throws IOException;

  /** One command and its response, both whole, and never a second time; throws where it is gone. */
  byte[] transceive(byte[] command) throws IOException;

  boolean extendedLength();

  /** Also from another thread, where it ends a command under way. */
  void close();
}
