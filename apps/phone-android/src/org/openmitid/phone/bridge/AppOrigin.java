package org.openmitid.phone.bridge;

import java.util.regex.Pattern;

/** The one origin that the window shows, and what becomes of every other address. */
public final class AppOrigin {
  public enum Place {
    WINDOW,
    BROWSER,
    NOWHERE
  }

  private static final Pattern SECURE =
      Pattern.compile("https://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[1-9][0-9]{1,4})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:[1-9][0-9]{1,4})?");
  private static final int LONGEST = 8192;

  private final String origin;
  private final boolean sandbox;

  /** In a sandbox's shell, the app may be on loopback too. */
  public AppOrigin(String origin, boolean sandbox) {
    boolean allowed =
        SECURE.matcher(origin).matches() || (sandbox && LOOPBACK.matcher(origin).matches());
    if (!allowed) throw new IllegalArgumentException("not an origin that the shell may show");
    this.origin = origin;
    this.sandbox = sandbox;
  }

  /** As a message's target, or a camera's: without a path. */
  @Override
  public String toString() {
    return origin;
  }

  public String start() {
    return origin + "/";
  }

  /** Where the address of an intent leads, which any app may have written. */
  public String opened(String address) {
    return place(address) == Place.WINDOW ? address : start();
  }

  /**
   * By its beginning alone: what stands after the slash can change the host no more, however a
   * browser reads the rest.
   */
  public Place place(String address) {
    if (address == null || address.length() > LONGEST) return Place.NOWHERE;
    if (address.startsWith(start())) return Place.WINDOW;
    if (address.startsWith("https://")) return Place.BROWSER;
    boolean loopback =
        address.startsWith("http://localhost:") || address.startsWith("http://127.0.0.1:");
    return sandbox && loopback ? Place.BROWSER : Place.NOWHERE;
  }

  /** Some parts of the system write an origin with the slash. */
  public boolean isNamed(String other) {
    return origin.equals(other) || start().equals(other);
  }
}
