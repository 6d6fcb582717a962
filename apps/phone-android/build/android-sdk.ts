/** The developer's own Android SDK: it is in no registry that this project installs from. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError } from './build-error.ts'

export type AndroidSdk = {
  /** The platform that the shell is compiled against. */
  readonly androidJar: string
  readonly tool: (name: 'aapt2' | 'd8' | 'zipalign' | 'apksigner') => string
}

/** The oldest that knows all that the shell asks of it: Android 14. */
const leastPlatform = 34

export function findAndroidSdk(home: string | undefined): AndroidSdk {
  if (home === undefined || home === '')
    throw new BuildError('ANDROID_HOME is not set: it names the folder of your Android SDK.')
  const platforms = numbered(join(home, 'platforms'), /^android-(\d+)$/u)
  const platform = platforms.find(({ number }) => number >= leastPlatform)
  const [tools] = numbered(join(home, 'build-tools'), /^(\d+)\.[\d.]+$/u)
  if (!platform || !tools)
    throw new BuildError(
      `The Android SDK in ${home} needs "platforms;android-${String(leastPlatform)}" or newer, and "build-tools". Install them with its sdkmanager.`,
    )
  return {
    androidJar: join(platform.folder, 'android.jar'),
    tool: (name) => join(tools.folder, name),
  }
}

/** The newest first. */
function numbered(folder: string, form: RegExp) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => ({ folder: join(folder, name), number: Number(form.exec(name)?.[1] ?? 0) }))
    .filter(({ number }) => number > 0)
    .sort((a, b) => b.number - a.number)
}
