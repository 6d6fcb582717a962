package org.openmitid.phone;

import android.app.Activity;
import android.nfc.NfcAdapter;
import android.nfc.Tag;
import android.nfc.tech.IsoDep;
import android.os.Bundle;
import org.openmitid.phone.bridge.Chip;

/** What lies on the phone while the app is before the person, found before anybody asks for it. */
final class NfcField implements NfcAdapter.ReaderCallback {
  private static final int READING =
      NfcAdapter.FLAG_READER_NFC_A
          | NfcAdapter.FLAG_READER_NFC_B
          | NfcAdapter.FLAG_READER_SKIP_NDEF_CHECK
          | NfcAdapter.FLAG_READER_NO_PLATFORM_SOUNDS;

  /** In milliseconds: looked for more often, a passport that computes is taken for gone. */
  private static final int LOOKS_EVERY = 1000;

  private final Activity activity;
  private final NfcAdapter adapter;
  private volatile Chip nearest;

  NfcField(Activity activity) {
    this.activity = activity;
    this.adapter = NfcAdapter.getDefaultAdapter(activity);
  }

  boolean isThere() {
    return adapter != null;
  }

  boolean isOn() {
    return adapter != null && adapter.isEnabled();
  }

  Chip nearest() {
    return nearest;
  }

  void watch() {
    if (adapter == null) return;
    Bundle extras = new Bundle();
    extras.putInt(NfcAdapter.EXTRA_READER_PRESENCE_CHECK_DELAY, LOOKS_EVERY);
    adapter.enableReaderMode(activity, this, READING, extras);
  }

  void leave() {
    if (adapter != null) adapter.disableReaderMode(activity);
    nearest = null;
  }

  @Override
  public void onTagDiscovered(Tag tag) {
    IsoDep chip = IsoDep.get(tag);
    nearest = chip == null ? null : new IsoDepChip(chip);
  }
}
