package org.openmitid.phone;

import android.app.Activity;
import android.content.Intent;
import android.speech.tts.TextToSpeech;
import java.util.Locale;

/** Says aloud what the page asks for, with the phone’s own voice. */
final class Voice {
  private final Activity activity;
  private TextToSpeech speech;
  private boolean ready;
  private Runnable next;

  Voice(Activity activity) {
    this.activity = activity;
  }

  boolean isThere() {
    Intent voice = new Intent(TextToSpeech.Engine.INTENT_ACTION_TTS_SERVICE);
    return !activity.getPackageManager().queryIntentServices(voice, 0).isEmpty();
  }

  void say(String language, String sentence) {
    next =
        () -> {
          speech.setLanguage(Locale.forLanguageTag(language));
          speech.speak(sentence, TextToSpeech.QUEUE_FLUSH, null, "mitid");
        };
    if (speech == null) speech = new TextToSpeech(activity, this::started);
    else if (ready) speakNext();
  }

  void hush() {
    next = null;
    if (ready) speech.stop();
  }

  void end() {
    next = null;
    ready = false;
    if (speech != null) speech.shutdown();
  }

  /** A phone without a voice stays silent: what is said stands on the screen too. */
  private void started(int status) {
    ready = status == TextToSpeech.SUCCESS;
    if (ready) speakNext();
  }

  private void speakNext() {
    Runnable saying = next;
    next = null;
    if (saying != null) saying.run();
  }
}
