import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.openmitid.phone.bridge.AppOrigin;
import org.openmitid.phone.bridge.Chip;
import org.openmitid.phone.bridge.Conversation;
import org.openmitid.phone.bridge.Phone;

/** The shell’s own classes between two pipes: a test is the page, the phone and the chip. */
public final class ShellProgram implements Phone {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final BlockingQueue<String> fromChip = new LinkedBlockingQueue<>();
  private volatile int asked;
  private volatile boolean nfc = true;
  private volatile boolean chipThere = true;
  private volatile boolean saves = true;

  public static void main(String[] args) throws IOException {
    ShellProgram phone = new ShellProgram();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    Conversation conversation = null;
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int space = line.indexOf(' ');
      String verb = space < 0 ? line : line.substring(0, space);
      String rest = space < 0 ? "" : line.substring(space + 1);
      switch (verb) {
        case "open":
          conversation = new Conversation(phone, answer -> tell("page " + answer));
          tell("greeting " + Conversation.greeting(rest.equals("chips"), true));
          break;
        case "page":
          Conversation current = conversation;
          worker.execute(() -> current.hear(rest));
          break;
        case "end":
          conversation.end();
          tell("ended");
          break;
        case "chip":
          phone.fromChip.add(rest);
          break;
        case "phone":
          phone.set(rest);
          break;
        case "place":
          tell("place " + place(rest.split(" ", 3)));
          break;
        default:
          throw new IllegalArgumentException(verb);
      }
    }
    worker.shutdownNow();
  }

  private static synchronized void tell(String line) {
    OUT.println(line);
  }

  /** {@code ORIGIN production|sandbox ADDRESS}. */
  private static String place(String[] asked) {
    try {
      AppOrigin origin = new AppOrigin(asked[0], asked[1].equals("sandbox"));
      return origin.place(asked[2]) + " " + origin.opened(asked[2]);
    } catch (IllegalArgumentException refused) {
      return "REFUSED -";
    }
  }

  private void set(String what) {
    nfc = !what.equals("nfc-off");
    chipThere = !what.equals("no-chip");
    saves = !what.equals("keeps-nothing");
    tell("set");
  }

  @Override
  public boolean isNfcOn() {
    return nfc;
  }

  @Override
  public void offerNfcSettings() {
    tell("phone settings");
  }

  @Override
  public Chip nearest() {
    return chipThere ? new PipedChip() : null;
  }

  @Override
  public void save(String name, byte[] content, Saved then) {
    tell("phone save " + name + " " + new String(content, StandardCharsets.UTF_8));
    then.told(saves);
  }

  @Override
  public void say(String language, String sentence) {
    tell("phone say " + language + " " + sentence);
  }

  @Override
  public void hush() {
    tell("phone hush");
  }

  private final class PipedChip implements Chip {
    @Override
    public void connect() throws IOException {
      ask("connect");
    }

    @Override
    public byte[] transceive(byte[] command) throws IOException {
      return bytesOf(ask("transceive " + hexOf(command)));
    }

    @Override
    public boolean extendedLength() {
      return true;
    }

    /** A command under way fails, as Android has it. */
    @Override
    public void close() {
      tell("chip close");
      fromChip.add(asked + " gone");
    }

    /** Answers to what was asked before come too late. */
    private String ask(String what) throws IOException {
      asked += 1;
      String number = asked + " ";
      tell("chip " + what + " #" + asked);
      try {
        String answer = fromChip.take();
        while (!answer.startsWith(number)) answer = fromChip.take();
        if (answer.endsWith("gone")) throw new IOException("the chip is gone");
        return answer.substring(number.length());
      } catch (InterruptedException ended) {
        throw new IOException(ended);
      }
    }
  }

  private static String hexOf(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte one : bytes) hex.append(String.format("%02x", one));
    return hex.toString();
  }

  private static byte[] bytesOf(String hex) {
    byte[] bytes = new byte[hex.length() / 2];
    for (int at = 0; at < bytes.length; at += 1)
      bytes[at] = (byte) Integer.parseInt(hex.substring(2 * at, 2 * at + 2), 16);
    return bytes;
  }
}
