/** Everybody of an installation, with an activated app and a browser that is known to them. */
import { openBrowser } from './browser.ts'
import { openBenchPhone, type Pace } from './phone.ts'
import { openService } from './service.ts'
import { signInOnOneDevice, type Citizen } from './sign-in.ts'
import type { Installation } from '../installation/installation.ts'
import { origins } from '../installation/places.ts'

export async function activateAll(
  installation: Installation,
  pace?: Pace,
): Promise<readonly Citizen[]> {
  const { people, line, service, codeFor, smsCodeOf } = installation
  const app = origins.app
  return Promise.all(
    people.map(async (person): Promise<Citizen> => {
      const phone = await openBenchPhone(
        line,
        { app, ...(pace ? { pace } : {}) },
        { code: await codeFor(person), second: () => smsCodeOf(person) },
      )
      const citizen = {
        userId: person.user_id,
        app,
        browser: openBrowser(line),
        phone,
        service: openService(line, origins.signIn, service),
      }
      await signInOnOneDevice(citizen)
      return citizen
    }),
  )
}
