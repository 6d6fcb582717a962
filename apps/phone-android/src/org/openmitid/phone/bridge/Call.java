package org.openmitid.phone.bridge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** One line of the page, read once and whole: {@code NUMBER VERB ARGUMENTS}. */
final class Call {
  enum Verb {
    CONNECT(0),
    TRANSCEIVE(2),
    SAVE(2),
    SAY(2),
    HUSH(0);

    private final int arguments;

    Verb(int arguments) {
      this.arguments = arguments;
    }

    private static Verb of(String[] words) {
      for (Verb verb : values())
        if (verb.name().toLowerCase(Locale.ROOT).equals(words[1]))
          return words.length == 2 + verb.arguments ? verb : null;
      return null;
    }
  }

  private static final int LONGEST = 4_000_000;
  private static final int MOST_WORDS = 4;

  final int number;

  /** Null where the number is one, and the rest is nothing that a shell does. */
  final Verb verb;

  private final String[] words;

  private Call(int number, Verb verb, String[] words) {
    this.number = number;
    this.verb = verb;
    this.words = words;
  }

  /** Null where there is not even a number that an answer could name. */
  static Call parse(String line) {
    if (line == null || line.length() > LONGEST) return null;
    String[] words = line.split(" ", MOST_WORDS + 1);
    int number = numberOf(words[0]);
    if (number == 0 || words.length < 2) return null;
    return new Call(number, Verb.of(words), words);
  }

  /** Zero where it is none. */
  int connection() {
    return numberOf(words[2]);
  }

  /** Null where it could be more than a name among others in a folder. */
  String fileName() {
    String name = words[2];
    boolean plain = name.length() <= 100 && name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*");
    return plain ? name : null;
  }

  /** BCP 47, as the two languages of the app are named; null where it is none. */
  String language() {
    return words[2].matches("[a-z]{2}-[A-Z]{2}") ? words[2] : null;
  }

  /** Null where it is no base64url (RFC 4648 §5). */
  byte[] bytes() {
    try {
      return Base64.getUrlDecoder().decode(words[3]);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  String text() {
    byte[] bytes = bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private static int numberOf(String word) {
    boolean digits = word.length() <= 9 && word.matches("[1-9][0-9]*");
    return digits ? Integer.parseInt(word) : 0;
  }
}
