package org.openmitid.phone.bridge;

import java.io.IOException;
import java.util.Base64;

/**
 * The shell's half of what page and shell say to each other, for one page alone: what it asked is
 * answered by number, once, and nothing any more when it has gone.
 */
public final class Conversation {
  /** The page's end of the line. */
  public interface Answers {
    void post(String answer);
  }

  private final Phone phone;
  private final Answers answers;
  private volatile boolean ended;
  private volatile Chip chip;
  private int connections;
  private int lastCall;

  public Conversation(Phone phone, Answers answers) {
    this.phone = phone;
    this.answers = answers;
  }

  /** What goes with the port. */
  public static String greeting(boolean reachesChips, boolean hasVoice) {
    return "mitid-shell 1" + (reachesChips ? " chips" : "") + " files" + (hasVoice ? " voice" : "");
  }

  /** Takes as long as the chip does: not on the thread that draws. One after the other. */
  public synchronized void hear(String line) {
    Call call = ended ? null : Call.parse(line);
    // A number that was there before is no new call, and no command is carried twice.
    if (call == null || call.number <= lastCall) return;
    lastCall = call.number;
    if (call.verb == null) {
      answer(call, "no refused");
      return;
    }
    switch (call.verb) {
      case CONNECT:
        answer(call, connect());
        return;
      case TRANSCEIVE:
        answer(call, transceive(call));
        return;
      case SAVE:
        save(call);
        return;
      case SAY:
        answer(call, say(call));
        return;
      case HUSH:
        phone.hush();
        answer(call, "done");
    }
  }

  /** The page has gone. Does not wait for a command under way, which fails. */
  public void end() {
    ended = true;
    letGo();
    phone.hush();
  }

  private void answer(Call call, String answer) {
    if (!ended) answers.post(call.number + " " + answer);
  }

  private String connect() {
    letGo();
    if (!phone.isNfcOn()) {
      phone.offerNfcSettings();
      return "no nfc-off";
    }
    Chip nearest = phone.nearest();
    if (nearest == null) return "no no-chip";
    chip = nearest;
    try {
      nearest.connect();
      if (!PassportChip.isOne(nearest)) {
        letGo();
        return "no no-passport";
      }
      // Between the first look and here the page may have gone, and the chip been let go in vain.
      if (ended) throw new IOException("nobody is there to speak to it");
      connections += 1;
      return "connected " + connections + (nearest.extendedLength() ? " extended" : " short");
    } catch (IOException gone) {
      letGo();
      return "no no-chip";
    }
  }

  private String transceive(Call call) {
    Chip connected = chip;
    if (connected == null || call.connection() != connections) return "no chip-lost";
    byte[] command = call.bytes();
    if (command == null || !PassportCommand.isOne(command)) return "no refused";
    try {
      byte[] response = connected.transceive(command);
      if (response.length < 2) throw new IOException("no response (ISO/IEC 7816-4 §5.1)");
      return "response " + Base64.getUrlEncoder().withoutPadding().encodeToString(response);
    } catch (IOException gone) {
      // Its session is broken either way: what comes next begins anew.
      letGo();
      return "no chip-lost";
    }
  }

  private void save(Call call) {
    String name = call.fileName();
    byte[] content = call.bytes();
    if (name == null || content == null) {
      answer(call, "no refused");
      return;
    }
    phone.save(name, content, saved -> answer(call, saved ? "done" : "no not-saved"));
  }

  private String say(Call call) {
    String language = call.language();
    String sentence = call.text();
    if (language == null || sentence == null) return "no refused";
    phone.say(language, sentence);
    return "done";
  }

  private void letGo() {
    Chip held = chip;
    chip = null;
    if (held != null) held.close();
  }
}
