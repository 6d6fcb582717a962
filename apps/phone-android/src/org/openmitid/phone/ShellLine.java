package org.openmitid.phone;

import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import android.webkit.WebMessage;
import android.webkit.WebMessagePort;
import android.webkit.WebView;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openmitid.phone.bridge.AppOrigin;
import org.openmitid.phone.bridge.Conversation;
import org.openmitid.phone.bridge.Phone;

/**
 * The line between a page and the shell: a port that the page in the window gets if it is of the
 * app’s origin when the message arrives, which the browser engine sees to. All but {@code hear} is
 * on the thread that draws.
 */
final class ShellLine {
  private final AppOrigin origin;
  private final String greeting;
  private final Phone phone;
  private final Handler drawing = new Handler(Looper.getMainLooper());
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private WebMessagePort port;
  private Conversation conversation;

  ShellLine(AppOrigin origin, String greeting, Phone phone) {
    this.origin = origin;
    this.greeting = greeting;
    this.phone = phone;
  }

  boolean isOpen() {
    return port != null;
  }

  void open(WebView view) {
    end();
    WebMessagePort[] ports = view.createWebMessageChannel();
    WebMessagePort ours = ports[0];
    Conversation begun =
        new Conversation(phone, answer -> drawing.post(() -> post(ours, answer)));
    port = ours;
    conversation = begun;
    ours.setWebMessageCallback(
        new WebMessagePort.WebMessageCallback() {
          @Override
          public void onMessage(WebMessagePort from, WebMessage message) {
            String said = message.getData();
            worker.execute(() -> begun.hear(said));
          }
        });
    WebMessage handOver = new WebMessage(greeting, new WebMessagePort[] {ports[1]});
    view.postWebMessage(handOver, Uri.parse(origin.toString()));
  }

  void end() {
    if (port == null) return;
    conversation.end();
    port.close();
    port = null;
    conversation = null;
  }

  /** For good. */
  void stop() {
    end();
    worker.shutdown();
  }

  private void post(WebMessagePort to, String answer) {
    if (to == port) to.postMessage(new WebMessage(answer));
  }
}
