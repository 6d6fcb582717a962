package org.openmitid.phone;

import android.app.Activity;
import android.graphics.Bitmap;
import android.net.http.SslError;
import android.webkit.RenderProcessGoneDetail;
import android.webkit.SslErrorHandler;
import android.webkit.WebResourceError;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import java.io.ByteArrayInputStream;
import java.util.Collections;
import org.openmitid.phone.bridge.AppOrigin;
import org.openmitid.phone.bridge.AppOrigin.Place;

/** Which pages come into the window, and which of them gets the line to the shell. */
final class AppPages extends WebViewClient {
  private final Activity activity;
  private final AppOrigin origin;
  private final ShellLine line;
  private final AppWindow app;
  private boolean failed;

  AppPages(Activity activity, AppOrigin origin, ShellLine line, AppWindow app) {
    this.activity = activity;
    this.origin = origin;
    this.line = line;
    this.app = app;
  }

  @Override
  public boolean shouldOverrideUrlLoading(WebView view, WebResourceRequest request) {
    String address = request.getUrl().toString();
    Place place = origin.place(address);
    if (place == Place.BROWSER && request.isForMainFrame()) Browser.open(activity, address);
    return place != Place.WINDOW;
  }

  /** Whatever way a page took past the question above, such as a form that was sent. */
  @Override
  public WebResourceResponse shouldInterceptRequest(WebView view, WebResourceRequest request) {
    boolean strange =
        request.isForMainFrame() && origin.place(request.getUrl().toString()) != Place.WINDOW;
    if (!strange) return null;
    return new WebResourceResponse(
        "text/plain",
        "utf-8",
        403,
        "Forbidden",
        Collections.emptyMap(),
        new ByteArrayInputStream(new byte[0]));
  }

  /** Another document takes the window: the one before has lost its line. */
  @Override
  public void onPageStarted(WebView view, String address, Bitmap icon) {
    line.end();
    failed = false;
  }

  @Override
  public void onPageFinished(WebView view, String address) {
    if (failed || origin.place(address) != Place.WINDOW) return;
    app.opened();
    // Also told of moves within a document, which has its line already.
    if (!line.isOpen()) line.open(view);
  }

  @Override
  public void onReceivedError(WebView view, WebResourceRequest request, WebResourceError error) {
    if (request.isForMainFrame()) fail();
  }

  /** Such as what a proxy says while the server behind it is away. */
  @Override
  public void onReceivedHttpError(
      WebView view, WebResourceRequest request, WebResourceResponse response) {
    if (request.isForMainFrame()) fail();
  }

  @Override
  public void onReceivedSslError(WebView view, SslErrorHandler handler, SslError error) {
    handler.cancel();
    fail();
  }

  /** The page has crashed, or the system needed its memory. */
  @Override
  public boolean onRenderProcessGone(WebView view, RenderProcessGoneDetail detail) {
    activity.recreate();
    return true;
  }

  private void fail() {
    failed = true;
    line.end();
    app.tellConnection(false);
  }
}
