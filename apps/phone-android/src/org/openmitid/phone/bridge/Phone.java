package org.openmitid.phone.bridge;

/** What the phone can do and the page asks for. */
public interface Phone {
  boolean isNfcOn();

  /** The person is offered the way to the settings. */
  void offerNfcSettings();

  /** Null where nothing lies on the phone. */
  Chip nearest();

  /** The person says where, or that it is not to be kept, which may take its time. */
  void save(String name, byte[] content, Saved then);

  /** Silences what was said before. */
  void say(String language, String sentence);

  void hush();

  interface Saved {
    void told(boolean saved);
  }
}
