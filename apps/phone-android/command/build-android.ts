/** `build-android`: makes the app for Android phones, for one installation. */
import process from 'node:process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import own from '../package.json' with { type: 'json' }
import { findAndroidSdk } from '../build/android-sdk.ts'
import { BuildError } from '../build/build-error.ts'
import { buildApk } from '../build/build-apk.ts'
import { checkInstallation } from '../build/installation.ts'

const help = `build-android: makes the app for Android phones, for one installation

  build-android --app ORIGIN --package NAME --keystore FILE --alias NAME [--name TEXT]
  build-android --sandbox [--app ORIGIN] [--package NAME]

It needs a JDK, and the Android SDK that ANDROID_HOME names. The password of the keystore is in
KEYSTORE_PASSWORD. What comes out is apps/phone-android/dist/mitid.apk, and the value of ANDROID_APP
with which the server tells phones that links to the app may open it.

options
  --app ORIGIN      of the app (with --sandbox: http://localhost:3002)
  --package NAME    the app's own name among all apps, such as org.example.mitid
  --name TEXT       what stands under the icon (default: MitID)
  --keystore FILE   with the key that signs it; whoever has it can replace the app
  --alias NAME      of that key
  --sandbox         for trying out: loopback without TLS, debugging, installed authorities
  --help            this text

exit codes: 0 done, 1 it cannot be built here (why, on the error stream), 2 wrongly called
`

const { values } = parse()
if (values.help) {
  process.stdout.write(help)
  process.exit(0)
}
const { sandbox, keystore, alias } = values
const app = values.app ?? (sandbox ? 'http://localhost:3002' : undefined)
const packageName = values.package ?? (sandbox ? 'org.openmitid.sandbox' : undefined)
if (
  app === undefined ||
  packageName === undefined ||
  (keystore === undefined) !== (alias === undefined)
)
  wronglyCalled()

try {
  const { file, signer } = buildApk({
    sdk: findAndroidSdk(process.env['ANDROID_HOME']),
    installation: checkInstallation({ origin: app, packageName, name: values.name, sandbox }),
    version: own.version,
    keystore: keystore === undefined || alias === undefined ? undefined : { file: keystore, alias },
    folder: join(import.meta.dirname, '../dist'),
  })
  process.stdout.write(`${file}\nANDROID_APP=${packageName}/${signer}\n`)
} catch (error) {
  if (!(error instanceof BuildError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}

function parse() {
  try {
    return parseArgs({
      options: {
        app: { type: 'string' },
        package: { type: 'string' },
        name: { type: 'string', default: 'MitID' },
        keystore: { type: 'string' },
        alias: { type: 'string' },
        sandbox: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n`)
    return wronglyCalled()
  }
}

function wronglyCalled(): never {
  process.stderr.write(help)
  process.exit(2)
}
