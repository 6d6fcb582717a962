package org.openmitid.phone;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.net.Uri;
import java.io.IOException;
import java.io.OutputStream;
import org.openmitid.phone.bridge.Phone.Saved;

/** A file for the person, such as a receipt, where they want it. One at a time. */
final class FileKeeper {
  private static final int REQUEST = 2;

  private final Activity activity;
  private byte[] content;
  private Saved then;

  FileKeeper(Activity activity) {
    this.activity = activity;
  }

  void save(String name, byte[] content, Saved then) {
    if (this.then != null) {
      then.told(false);
      return;
    }
    this.content = content;
    this.then = then;
    Intent where = new Intent(Intent.ACTION_CREATE_DOCUMENT);
    where.addCategory(Intent.CATEGORY_OPENABLE);
    where.setType("application/json");
    where.putExtra(Intent.EXTRA_TITLE, name);
    try {
      activity.startActivityForResult(where, REQUEST);
    } catch (ActivityNotFoundException none) {
      finish(false);
    }
  }

  void answered(int request, int result, Intent data) {
    if (request != REQUEST || then == null) return;
    Uri place = result == Activity.RESULT_OK && data != null ? data.getData() : null;
    finish(place != null && write(place));
  }

  private boolean write(Uri place) {
    try (OutputStream file = activity.getContentResolver().openOutputStream(place, "wt")) {
      if (file == null) return false;
      file.write(content);
      return true;
    } catch (IOException | RuntimeException failed) {
      return false;
    }
  }

  private void finish(boolean saved) {
    Saved told = then;
    then = null;
    content = null;
    told.told(saved);
  }
}
