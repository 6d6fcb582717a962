package org.openmitid.phone;

import android.graphics.Bitmap;
import android.webkit.ConsoleMessage;
import android.webkit.GeolocationPermissions;
import android.webkit.PermissionRequest;
import android.webkit.WebChromeClient;
import java.util.Arrays;
import org.openmitid.phone.bridge.AppOrigin;

/** What the page may have of the phone by the web’s own ways: the camera, and nothing else. */
final class AppRights extends WebChromeClient {
  private static final String[] CAMERA = {PermissionRequest.RESOURCE_VIDEO_CAPTURE};

  private final AppOrigin origin;
  private final boolean sandbox;
  private final Camera camera;

  AppRights(AppOrigin origin, boolean sandbox, Camera camera) {
    this.origin = origin;
    this.sandbox = sandbox;
    this.camera = camera;
  }

  @Override
  public void onPermissionRequest(PermissionRequest request) {
    boolean allowed =
        origin.isNamed(request.getOrigin().toString())
            && Arrays.equals(request.getResources(), CAMERA);
    if (!allowed) {
      request.deny();
      return;
    }
    camera.ask(
        granted -> {
          if (granted) request.grant(CAMERA);
          else request.deny();
        });
  }

  @Override
  public void onGeolocationPermissionsShowPrompt(
      String asking, GeolocationPermissions.Callback callback) {
    callback.invoke(asking, false, false);
  }

  /** What a page writes for its developers goes into no log of the phone. */
  @Override
  public boolean onConsoleMessage(ConsoleMessage message) {
    return !sandbox;
  }

  /** Nothing, in the place of the arrow that stands in a film until the camera’s picture is there. */
  @Override
  public Bitmap getDefaultVideoPoster() {
    return Bitmap.createBitmap(1, 1, Bitmap.Config.ARGB_8888);
  }
}
