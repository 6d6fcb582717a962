/** What a sign-in by password and code costs the server and PostgreSQL, against its own floor. */
import { openInstallation } from '../installation/installation.ts'
import { signInByCode } from '../load/code-sign-in.ts'
import { deviceHolders } from '../load/device-holders.ts'
import type { Findings } from '../measure/report.ts'
import { measureAgainstFloor } from './against-floor.ts'

export async function measureCodeSignIn(): Promise<Findings> {
  const installation = await openInstallation({ people: 1, server: 'edges' })
  try {
    return await measureAgainstFloor(installation, {
      way: 'code',
      // A known browser has a hundred tries of a password a day, so there are many people.
      people: await deviceHolders(installation, 12),
      signIn: signInByCode,
      rounds: 10,
      perRound: 40,
      warmUp: 240,
      targets: { ratio: {}, rate: {} },
      flow: 'password and HOTP code in a known browser, a transfer by authorization_details, private_key_jwt',
    })
  } finally {
    await installation.close()
  }
}
