/** From sources to a signed package, by the tools of the JDK and of the Android SDK alone. */
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import type { AndroidSdk } from './android-sdk.ts'
import { BuildError } from './build-error.ts'
import { installationResources, type Installation } from './installation.ts'

export type BuildApk = {
  readonly sdk: AndroidSdk
  readonly installation: Installation
  readonly version: string
  /** Without it a sandbox is signed with a key of its own. */
  readonly keystore: { readonly file: string; readonly alias: string } | undefined
  /** Emptied first. */
  readonly folder: string
}

export type BuiltApk = {
  readonly file: string
  /** SHA-256 of the certificate that it is signed under, as `ANDROID_APP` has it. */
  readonly signer: string
}

const root = resolve(import.meta.dirname, '..')
/** Android 10, the first with a dark theme of its own, and what the stores ask for. */
const [leastVersion, targetVersion] = [29, 35]

export function buildApk(given: BuildApk): BuiltApk {
  const { sdk, installation, folder } = given
  const at = (name: string) => join(folder, name)
  rmSync(folder, { recursive: true, force: true })
  for (const name of ['installation/values', 'java', 'classes', 'dex'])
    mkdirSync(at(name), { recursive: true })

  writeFileSync(at('installation/values/installation.xml'), installationResources(installation))
  linkResources(given, at)
  compileJava(sdk, [join(root, 'src'), at('java')], at('classes'))
  const classes = globSync('**/*.class', { cwd: at('classes') }).map((name) =>
    join(at('classes'), name),
  )
  const dex = ['--min-api', String(leastVersion), '--lib', sdk.androidJar, '--output', at('dex')]
  run(sdk.tool('d8'), [installation.sandbox ? '--debug' : '--release', ...dex, ...classes])
  run('jar', [
    '--update',
    '--no-manifest',
    '--file',
    at('linked.apk'),
    '-C',
    at('dex'),
    'classes.dex',
  ])
  run(sdk.tool('zipalign'), ['-f', '4', at('linked.apk'), at('aligned.apk')])
  return sign(given, at)
}

/** What Android runs is compiled as Java 8, which every version of it takes. */
function compileJava(
  { androidJar }: Pick<AndroidSdk, 'androidJar'>,
  folders: readonly string[],
  to: string,
): void {
  const sources = folders.flatMap((cwd) =>
    globSync('**/*.java', { cwd }).map((name) => join(cwd, name)),
  )
  const language = ['--release', '8', '-Xlint:-options', '-encoding', 'utf-8']
  run('javac', [...language, '-classpath', androidJar, '-d', to, ...sources])
}

type At = (name: string) => string

function linkResources({ sdk, installation, version }: BuildApk, at: At): void {
  const compile = (from: string, name: string) => {
    run(sdk.tool('aapt2'), ['compile', '--dir', from, '-o', at(name)])
    return at(name)
  }
  const own = [
    compile(join(root, 'res'), 'own.zip'),
    compile(at('installation'), 'installation.zip'),
  ]
  const sandbox = installation.sandbox
    ? ['--debug-mode', '-R', compile(join(root, 'res-sandbox'), 'sandbox.zip')]
    : []
  run(sdk.tool('aapt2'), [
    ...['link', '-I', sdk.androidJar, '--manifest', join(root, 'AndroidManifest.xml')],
    ...['--min-sdk-version', String(leastVersion), '--target-sdk-version', String(targetVersion)],
    ...['--version-name', version, '--version-code', String(codeOf(version))],
    ...['--rename-manifest-package', installation.packageName],
    ...['--java', at('java'), '-o', at('linked.apk'), ...sandbox, ...own],
  ])
}

/** Rises with the version; two digits for each part after the first. */
function codeOf(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  return major * 10_000 + minor * 100 + patch
}

function sign({ sdk, installation, keystore, folder }: BuildApk, at: At): BuiltApk {
  const { file, alias } = keystore ?? sandboxKey(installation, at)
  const built = join(folder, 'mitid.apk')
  const key = ['--ks', file, '--ks-key-alias', alias, '--ks-pass', `env:${passwordVariable}`]
  run(sdk.tool('apksigner'), ['sign', ...key, '--out', built, at('aligned.apk')])
  const told = run(sdk.tool('apksigner'), ['verify', '--print-certs', built])
  const digest = /SHA-256 digest: ([0-9a-f]{64})/u.exec(told)?.[1]
  if (digest === undefined) throw new BuildError('apksigner names no certificate.')
  return { file: built, signer: digest.toUpperCase().replace(/..(?=.)/gu, '$&:') }
}

/** Never an argument, which every user of the computer could read. */
const passwordVariable = 'KEYSTORE_PASSWORD'

function sandboxKey({ sandbox }: Installation, at: At) {
  if (!sandbox) throw new BuildError('--keystore names the file with the key to sign with.')
  process.env[passwordVariable] = 'sandbox'
  const [file, alias] = [at('sandbox.jks'), 'sandbox']
  const key = [
    '-keyalg',
    'EC',
    '-groupname',
    'secp256r1',
    '-validity',
    '3650',
    '-dname',
    'CN=Sandbox',
  ]
  const store = ['-keystore', file, '-alias', alias, '-storepass:env', passwordVariable]
  run('keytool', ['-genkeypair', ...key, ...store])
  return { file, alias }
}

function run(tool: string, args: readonly string[]): string {
  const { error, status, stdout, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
  if (error) throw new BuildError(`${tool} cannot be run here (${error.message}).`)
  if (status === 0) return stdout
  throw new BuildError(`${tool} failed:\n${stdout}${stderr}`)
}
