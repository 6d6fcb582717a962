package org.openmitid.phone;

import android.app.Activity;
import android.content.Intent;
import android.content.pm.ApplicationInfo;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.view.WindowInsets;
import android.view.WindowManager;
import org.openmitid.phone.bridge.AppOrigin;
import org.openmitid.phone.bridge.Conversation;

/** The one window of the shell: the app of one origin, and what the phone adds to it. */
public final class MainActivity extends Activity {
  private AppOrigin origin;
  private AppWindow app;
  private NfcField field;
  private Camera camera;
  private FileKeeper files;
  private Voice voice;
  private ShellLine line;

  @Override
  protected void onCreate(Bundle saved) {
    super.onCreate(saved);
    boolean sandbox = (getApplicationInfo().flags & ApplicationInfo.FLAG_DEBUGGABLE) != 0;
    origin = new AppOrigin(getString(R.string.app_origin), sandbox);
    // Nobody who shares the screen sees a PIN, and nothing lies over what is approved.
    if (!sandbox) getWindow().addFlags(WindowManager.LayoutParams.FLAG_SECURE);
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) getWindow().setHideOverlayWindows(true);

    field = new NfcField(this);
    camera = new Camera(this);
    files = new FileKeeper(this);
    voice = new Voice(this);
    String greeting = Conversation.greeting(field.isThere(), voice.isThere());
    line = new ShellLine(origin, greeting, new AndroidPhone(this, field, files, voice));
    app = new AppWindow(this, origin, sandbox, line, camera);
    setContentView(R.layout.window);
    View root = findViewById(R.id.root);
    root.setOnApplyWindowInsetsListener(MainActivity::keepClear);
    app.putInto(root);
    // What opened the window opens it once, and not again when the system brings it back.
    boolean again =
        saved != null || (getIntent().getFlags() & Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY) != 0;
    app.open(again ? origin.start() : origin.opened(getIntent().getDataString()));
  }

  /** A link opened the app while it was there already. */
  @Override
  protected void onNewIntent(Intent intent) {
    super.onNewIntent(intent);
    // The icon brings back what is on the screen.
    if (intent.getData() != null) app.open(origin.opened(intent.getDataString()));
  }

  @Override
  protected void onResume() {
    super.onResume();
    field.watch();
    app.resume();
  }

  @Override
  protected void onPause() {
    app.pause();
    field.leave();
    super.onPause();
  }

  @Override
  protected void onDestroy() {
    line.stop();
    voice.end();
    app.end();
    super.onDestroy();
  }

  @Override
  @SuppressWarnings("deprecation") // The system calls it for apps of this target.
  public void onBackPressed() {
    if (!app.goBack()) super.onBackPressed();
  }

  @Override
  public void onRequestPermissionsResult(int request, String[] asked, int[] results) {
    camera.answered(request, results);
  }

  @Override
  protected void onActivityResult(int request, int result, Intent data) {
    files.answered(request, result, data);
  }

  /** Of the bars of the system, of what is cut out of the screen, and of the keyboard. */
  @SuppressWarnings("deprecation") // The newer way is not on Android 10.
  private static WindowInsets keepClear(View root, WindowInsets insets) {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
      android.graphics.Insets clear =
          insets.getInsets(
              WindowInsets.Type.systemBars()
                  | WindowInsets.Type.displayCutout()
                  | WindowInsets.Type.ime());
      root.setPadding(clear.left, clear.top, clear.right, clear.bottom);
      return WindowInsets.CONSUMED;
    }
    root.setPadding(
        insets.getSystemWindowInsetLeft(),
        insets.getSystemWindowInsetTop(),
        insets.getSystemWindowInsetRight(),
        insets.getSystemWindowInsetBottom());
    return insets.consumeSystemWindowInsets();
  }
}
