package org.openmitid.phone;

import android.Manifest;
import android.app.Activity;
import android.content.pm.PackageManager;
import java.util.ArrayList;
import java.util.List;

/** The person’s leave for the camera, asked when the app first wants it. */
final class Camera {
  interface Answer {
    void told(boolean granted);
  }

  private static final int REQUEST = 1;

  private final Activity activity;
  private final List<Answer> waiting = new ArrayList<>();

  Camera(Activity activity) {
    this.activity = activity;
  }

  void ask(Answer answer) {
    if (activity.checkSelfPermission(Manifest.permission.CAMERA)
        == PackageManager.PERMISSION_GRANTED) {
      answer.told(true);
      return;
    }
    waiting.add(answer);
    if (waiting.size() == 1)
      activity.requestPermissions(new String[] {Manifest.permission.CAMERA}, REQUEST);
  }

  void answered(int request, int[] results) {
    if (request != REQUEST) return;
    boolean granted = results.length == 1 && results[0] == PackageManager.PERMISSION_GRANTED;
    List<Answer> told = new ArrayList<>(waiting);
    waiting.clear();
    for (Answer answer : told) answer.told(granted);
  }
}
