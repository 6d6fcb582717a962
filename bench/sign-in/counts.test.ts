import { afterAll, beforeAll, expect, test } from 'vitest'
import { openInstallation, type Installation } from '../installation/installation.ts'
import { activateAll } from '../load/citizens.ts'
import { signIn, type Citizen } from '../load/sign-in.ts'
import { countSignIns } from './against-floor.ts'

let installation: Installation
let citizens: readonly Citizen[]
beforeAll(async () => {
  installation = await openInstallation({ people: 2, server: 'built' })
  citizens = await activateAll(installation)
}, 120_000)
afterAll(() => installation.close(), 30_000)

test('a sign-in costs so many trips, writes, signatures and checks, and no more', async () => {
  expect(await countSignIns(installation, { people: citizens, signIn })).toEqual({
    trips: 10,
    writes: 9,
    signatures: 4,
    checks: 7,
  })
}, 60_000)
