/** The Android app as it is built, and what it has to agree on with the rest of the house. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAndroidSdk } from '../../apps/phone-android/build/android-sdk.ts'
import { buildApk } from '../../apps/phone-android/build/build-apk.ts'
import { checkInstallation } from '../../apps/phone-android/build/installation.ts'
import { readConfig } from '../../apps/server/src/config.ts'
import { entrances } from '../../apps/server/src/edge/phone/app-files.ts'

const shell = resolve(import.meta.dirname, '../../apps/phone-android')
const source = (file: string) => readFileSync(join(shell, file), 'utf8')
const { ANDROID_HOME } = process.env
if (ANDROID_HOME === undefined)
  console.warn('ANDROID_HOME: not set, the tests that build the Android app are skipped')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mitid-android-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('what it says itself is there in Danish and in English', () => {
  const names = (file: string) =>
    [...source(file).matchAll(/<string name="(\w+)">(?:\p{L}|[ .,])+/gu)].map(([, name]) => name)
  expect(names('res/values-da/strings.xml')).toEqual(names('res/values/strings.xml'))
  expect(names('res/values/strings.xml').length).toBeGreaterThan(7)
})

it('it opens the entrances of the app, and no other address of its server', () => {
  const paths = [...source('AndroidManifest.xml').matchAll(/android:path="([^"]+)"/gu)]
  expect(paths.map(([, path]) => path).toSorted()).toEqual([...entrances].toSorted())
})

it('without an Android SDK, one sentence says what is missing', () => {
  expect(() => findAndroidSdk(undefined)).toThrow(/^ANDROID_HOME is not set: .+\.$/u)
  expect(() => findAndroidSdk(folder)).toThrow(/needs "platforms;android-34" or newer/u)
  mkdirSync(join(folder, 'platforms/android-33'), { recursive: true })
  mkdirSync(join(folder, 'build-tools/34.0.0'), { recursive: true })
  expect(() => findAndroidSdk(folder)).toThrow(/needs "platforms/u)
  mkdirSync(join(folder, 'platforms/android-36'))
  mkdirSync(join(folder, 'build-tools/36.1.0'))
  const found = findAndroidSdk(folder)
  expect(found.androidJar).toBe(join(folder, 'platforms/android-36/android.jar'))
  expect(found.tool('d8')).toBe(join(folder, 'build-tools/36.1.0/d8'))
})

it.each([
  { packageName: 'mitid' },
  { packageName: 'org.example.mitid;x' },
  { name: '<b>MitID</b>' },
  { name: '@string/other' },
  { name: '' },
  { origin: 'https://app.mitid.example:443' },
])('an installation that cannot be is refused before anything is built: %o', (wrong) => {
  const good = { origin: 'https://app.mitid.example', packageName: 'org.example.mitid' }
  const given = { ...good, name: 'MitID', sandbox: false }
  expect(checkInstallation(given)).toBe(given)
  expect(() => checkInstallation({ ...given, ...wrong })).toThrow(/^--/u)
})

describe.skipIf(ANDROID_HOME === undefined)(
  'built with the Android SDK (skipped without ANDROID_HOME)',
  { timeout: 120_000 },
  () => {
    const sdk = () => findAndroidSdk(ANDROID_HOME)
    const seen = (file: string, ...what: string[]) =>
      execFileSync(sdk().tool('aapt2'), ['dump', ...what, file], { encoding: 'utf8' })
    const build = (sandbox: boolean) => {
      const origin = sandbox ? 'http://localhost:3002' : 'https://app.mitid.example'
      const keystore = { file: join(folder, 'release.jks'), alias: 'mitid' }
      return buildApk({
        sdk: sdk(),
        installation: { origin, packageName: 'org.example.mitid', name: 'Eksempel', sandbox },
        version: '1.2.3',
        keystore: sandbox ? undefined : keystore,
        folder: join(folder, sandbox ? 'sandbox' : 'release'),
      })
    }

    it('a release may be neither debugged nor copied, and asks for what it needs alone', () => {
      process.env['KEYSTORE_PASSWORD'] = 'of the test alone'
      const key = ['-keystore', join(folder, 'release.jks'), '-alias', 'mitid', '-dname', 'CN=Test']
      const made = ['-keyalg', 'EC', '-storepass:env', 'KEYSTORE_PASSWORD']
      execFileSync('keytool', ['-genkeypair', ...key, ...made], { stdio: 'ignore' })
      const { file, signer } = build(false)
      const badging = seen(file, 'badging')
      expect(badging).toContain("package: name='org.example.mitid' versionCode='10203'")
      expect(badging).not.toContain('debuggable')
      expect(badging.match(/(?<=uses-permission: name=').*(?=')/gu)?.toSorted()).toEqual(
        ['CAMERA', 'HIDE_OVERLAY_WINDOWS', 'INTERNET', 'NFC'].map(
          (right) => `android.permission.${right}`,
        ),
      )
      const manifest = seen(file, 'xmltree', '--file', 'AndroidManifest.xml')
      expect(manifest).toMatch(/allowBackup\S*=false/u)
      expect(manifest).toMatch(/usesCleartextTraffic\S*=false/u)
      const network = seen(file, 'xmltree', '--file', 'res/xml/network.xml')
      expect(network).not.toContain('domain-config')
      expect(network).not.toContain('user')
      const settings = { MITID_ENV: 'test', DATABASE_URL: 'postgres://x', MITID_KEYS: 'keys' }
      const told = readConfig({ ...settings, ANDROID_APP: `org.example.mitid/${signer}` })
      expect(told.androidApps).toEqual([{ packageName: 'org.example.mitid', signer }])
    })

    it('a sandbox’s may be debugged, and is on loopback without TLS', () => {
      const { file } = build(true)
      expect(seen(file, 'badging')).toContain('application-debuggable')
      expect(seen(file, 'xmltree', '--file', 'res/xml/network.xml')).toContain('localhost')
      expect(seen(file, 'resources')).toContain('http://localhost:3002')
    })
  },
)
