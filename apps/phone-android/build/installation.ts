/** Which installation a shell is for, written into it when it is built. */
import { BuildError } from './build-error.ts'

export type Installation = {
  /** The app's, and the only one whose pages the shell shows. */
  readonly origin: string
  readonly packageName: string
  /** Under the icon. */
  readonly name: string
  /** May be on loopback, may be debugged, and believes authorities that its person has installed. */
  readonly sandbox: boolean
}

const secure = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[1-9]\d{1,4})?$/u
const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1)(?::[1-9]\d{1,4})?$/u

/** What the shell checks once more when it starts (`AppOrigin.java`). */
export function checkInstallation(given: Installation): Installation {
  const { origin, packageName, name, sandbox } = given
  const allowed = secure.test(origin) || (sandbox && loopback.test(origin))
  if (!allowed || !URL.canParse(origin) || new URL(origin).origin !== origin)
    throw new BuildError(
      `--app must be an origin such as https://app.mitid.example${sandbox ? ', or on loopback' : '; one on loopback needs --sandbox'}.`,
    )
  if (!/^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/u.test(packageName))
    throw new BuildError('--package must be a name such as org.example.mitid.')
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u.test(name))
    throw new BuildError(
      '--name may have letters, digits, spaces, dots and dashes, 40 at the most.',
    )
  return given
}

/** As resources, which the manifest and the shell read. */
export function installationResources({ origin, name }: Installation): string {
  const { protocol, hostname } = new URL(origin)
  const strings = {
    app_origin: origin,
    app_scheme: protocol.slice(0, -1),
    app_host: hostname,
    app_name: name,
  }
  const lines = Object.entries(strings).map(
    ([key, value]) => `  <string name="${key}" translatable="false">${value}</string>`,
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<resources>',
    ...lines,
    '</resources>',
    '',
  ].join('\n')
}
