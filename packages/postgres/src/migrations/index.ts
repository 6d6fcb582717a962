/** The migrations in the order in which they are applied. One that has been applied never changes. */
import { foundation } from './0001-foundation.ts'
import { signIn } from './0002-sign-in.ts'
import { oidc } from './0003-oidc.ts'
import { codeDevice } from './0004-code-device.ts'
import { password } from './0005-password.ts'
import { letter } from './0006-letter.ts'
import { enrolment } from './0007-enrolment.ts'
import { passport } from './0008-passport.ts'
import { knownBrowser } from './0009-known-browser.ts'
import { ownerLink } from './0010-owner-link.ts'
import { helpedReading } from './0011-helped-reading.ts'

export type Migration = { readonly name: string; readonly sql: string }

export const migrations: readonly Migration[] = [
  { name: '0001-foundation', sql: foundation },
  { name: '0002-sign-in', sql: signIn },
  { name: '0003-oidc', sql: oidc },
  { name: '0004-code-device', sql: codeDevice },
  { name: '0005-password', sql: password },
  { name: '0006-letter', sql: letter },
  { name: '0007-enrolment', sql: enrolment },
  { name: '0008-passport', sql: passport },
  { name: '0009-known-browser', sql: knownBrowser },
  { name: '0010-owner-link', sql: ownerLink },
  { name: '0011-helped-reading', sql: helpedReading },
]
