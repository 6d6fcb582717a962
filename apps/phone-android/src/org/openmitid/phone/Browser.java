package org.openmitid.phone;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.net.Uri;
import android.widget.Toast;

/** The device’s own browser, where addresses of other origins belong. */
final class Browser {
  private Browser() {}

  /**
   * To the browser that the person chose, and to no app that says the address is its own: one that
   * leads back to a sign-in carries what only that browser may have.
   */
  static void open(Activity activity, String address) {
    Intent browser = new Intent(Intent.ACTION_VIEW, Uri.fromParts("http", "", null));
    browser.addCategory(Intent.CATEGORY_BROWSABLE);
    Intent view = new Intent(Intent.ACTION_VIEW, Uri.parse(address));
    view.setSelector(browser);
    view.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
    try {
      activity.startActivity(view);
    } catch (ActivityNotFoundException none) {
      Toast.makeText(activity, R.string.no_browser, Toast.LENGTH_LONG).show();
    }
  }
}
