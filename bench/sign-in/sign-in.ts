/** What a sign-in by app costs the server and PostgreSQL, against its floor. */
import { openInstallation } from '../installation/installation.ts'
import { activateAll } from '../load/citizens.ts'
import { signIn } from '../load/sign-in.ts'
import type { Findings } from '../measure/report.ts'
import { measureAgainstFloor } from './against-floor.ts'

export async function measureSignIn(): Promise<Findings> {
  const installation = await openInstallation({ people: 8, server: 'built' })
  try {
    return await measureAgainstFloor(installation, {
      way: 'app',
      people: await activateAll(installation),
      signIn,
      rounds: 60,
      perRound: 60,
      warmUp: 6_000,
      targets: { ratio: { target: { atMost: 2 } }, rate: { target: { atLeast: 150 } } },
      flow: 'QR code in a known browser, a transfer by authorization_details, private_key_jwt',
    })
  } finally {
    await installation.close()
  }
}
