package org.openmitid.phone;

import android.app.Activity;
import android.app.AlertDialog;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.provider.Settings;
import org.openmitid.phone.bridge.Chip;
import org.openmitid.phone.bridge.Phone;

/** What the page asks for, as Android has it. Asked on another thread than the one that draws. */
final class AndroidPhone implements Phone {
  private final Activity activity;
  private final NfcField field;
  private final FileKeeper files;
  private final Voice voice;

  AndroidPhone(Activity activity, NfcField field, FileKeeper files, Voice voice) {
    this.activity = activity;
    this.field = field;
    this.files = files;
    this.voice = voice;
  }

  @Override
  public boolean isNfcOn() {
    return field.isOn();
  }

  @Override
  public void offerNfcSettings() {
    activity.runOnUiThread(
        () -> {
          if (activity.isFinishing() || activity.isDestroyed()) return;
          new AlertDialog.Builder(activity)
              .setTitle(R.string.nfc_off_title)
              .setMessage(R.string.nfc_off_text)
              .setPositiveButton(R.string.open_settings, (dialog, button) -> openNfcSettings())
              .setNegativeButton(R.string.not_now, null)
              .show();
        });
  }

  @Override
  public Chip nearest() {
    return field.nearest();
  }

  @Override
  public void save(String name, byte[] content, Saved then) {
    activity.runOnUiThread(() -> files.save(name, content, then));
  }

  @Override
  public void say(String language, String sentence) {
    activity.runOnUiThread(() -> voice.say(language, sentence));
  }

  @Override
  public void hush() {
    activity.runOnUiThread(voice::hush);
  }

  /** Some phones have no page of that name. */
  private void openNfcSettings() {
    try {
      activity.startActivity(new Intent(Settings.ACTION_NFC_SETTINGS));
    } catch (ActivityNotFoundException none) {
      activity.startActivity(new Intent(Settings.ACTION_WIRELESS_SETTINGS));
    }
  }
}
