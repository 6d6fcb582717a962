package org.openmitid.phone;

import android.annotation.SuppressLint;
import android.app.Activity;
import android.view.View;
import android.view.ViewGroup;
import android.webkit.CookieManager;
import android.webkit.ServiceWorkerController;
import android.webkit.ServiceWorkerWebSettings;
import android.webkit.WebSettings;
import android.webkit.WebView;
import org.openmitid.phone.bridge.AppOrigin;

/** The page of the app, and in its place, where it cannot be had, a sentence that says so. */
final class AppWindow {
  private final AppOrigin origin;
  private final WebView view;
  private View noConnection;
  private boolean beginsAnew;

  AppWindow(Activity activity, AppOrigin origin, boolean sandbox, ShellLine line, Camera camera) {
    this.origin = origin;
    WebView.setWebContentsDebuggingEnabled(sandbox);
    view = new WebView(activity);
    settle(view.getSettings());
    settleWorkers();
    CookieManager.getInstance().setAcceptThirdPartyCookies(view, false);
    // A touch through something that lies over the window is no touch.
    view.setFilterTouchesWhenObscured(true);
    view.setWebViewClient(new AppPages(activity, origin, line, this));
    view.setWebChromeClient(new AppRights(origin, sandbox, camera));
  }

  @SuppressLint("SetJavaScriptEnabled") // It shows one origin, and that is an app in JavaScript.
  private static void settle(WebSettings settings) {
    settings.setJavaScriptEnabled(true);
    settings.setDomStorageEnabled(true); // with it IndexedDB, where the keys are
    settings.setAllowFileAccess(false);
    settings.setAllowContentAccess(false);
    settings.setGeolocationEnabled(false);
    settings.setSaveFormData(false);
    settings.setSupportMultipleWindows(false);
    settings.setJavaScriptCanOpenWindowsAutomatically(false);
    settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
    settings.setMediaPlaybackRequiresUserGesture(false); // the camera’s picture starts by itself
    settings.setSafeBrowsingEnabled(false); // it would tell a third party what is opened
    settings.setSupportZoom(true);
    settings.setBuiltInZoomControls(true);
    settings.setDisplayZoomControls(false);
  }

  private static void settleWorkers() {
    ServiceWorkerWebSettings workers =
        ServiceWorkerController.getInstance().getServiceWorkerWebSettings();
    workers.setAllowFileAccess(false);
    workers.setAllowContentAccess(false);
  }

  void putInto(View root) {
    ((ViewGroup) root).addView(view, 0);
    noConnection = root.findViewById(R.id.no_connection);
    root.findViewById(R.id.try_again).setOnClickListener(button -> tryAgain());
  }

  void open(String address) {
    beginsAnew = true;
    view.loadUrl(address);
  }

  /** What was before a link that opened the app is over: nothing leads back to it. */
  void opened() {
    if (beginsAnew) view.clearHistory();
    beginsAnew = false;
    tellConnection(true);
  }

  private void tryAgain() {
    if (origin.place(view.getUrl()) == AppOrigin.Place.WINDOW) view.reload();
    else open(origin.start());
  }

  void tellConnection(boolean there) {
    noConnection.setVisibility(there ? View.GONE : View.VISIBLE);
    view.setVisibility(there ? View.VISIBLE : View.INVISIBLE);
  }

  boolean goBack() {
    if (!view.canGoBack()) return false;
    view.goBack();
    return true;
  }

  void resume() {
    view.onResume();
  }

  void pause() {
    view.onPause();
  }

  void end() {
    view.destroy();
  }
}
