/** The operator asks the CPR register about somebody, over the network, and the person sees it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, type FreshDatabase } from '@open-mitid/postgres/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMitid, type MitidSession } from '../../apps/sandbox/src/command.ts'
import { peopleOf } from '../../apps/sandbox/src/people/people.ts'
import { openSurrounding, type Surrounding } from '../surroundings/program.ts'

const { citizens, newcomers, register: entries } = peopleOf(new Date('2026-11-22T12:00:00Z'))
const script = join(import.meta.dirname, '../../apps/server/command/mitid.ts')
let register: Surrounding
let database: FreshDatabase
let folder: string
let mitid: MitidSession

beforeAll(async () => {
  register = await openSurrounding('cpr-register', { TOKEN: 'a-token' }, { PERSONS_FILE: entries })
  database = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'mitid-look-up-'))
  mitid = openMitid(script, {
    MITID_ENV: 'test',
    DATABASE_URL: database.url,
    MITID_KEYS: join(folder, 'keys'),
    CPR_URL: register.origin,
    CPR_TOKEN: 'a-token',
  })
})
afterAll(async () => {
  await mitid.close()
  await register.stop()
  await database.drop()
  await rm(folder, { recursive: true })
})

const typesOf = async (userId: string) =>
  ((await mitid('show-events', `--user-id=${userId}`)) as { type: string; body: object }[]).filter(
    ({ type }) => type === 'cpr-looked-up',
  )

it('somebody with a MitID sees every look-up, also one that the register did not answer', async () => {
  const [anna] = citizens
  if (!anna) throw new Error('no citizens')
  const fields = { name: anna.name, 'birth-date': anna.birth_date, cpr: anna.cpr }
  const args = Object.entries(fields).map(([name, value]) => `--${name}=${value}`)
  await mitid('create-person', `--user-id=${anna.user_id}`, ...args)
  expect(await mitid('look-up-person', `--cpr=${anna.cpr}`)).toMatchObject({
    name: 'Anna Sommer',
    status: 'resident',
    address: ['Havnegade 12, 2. th', '8000 Aarhus C'],
    told: true,
  })
  await register.ask('POST', '/faults', { fault: 'other-person' })
  const lied = mitid('look-up-person', `--cpr=${anna.cpr}`)
  await expect(lied).rejects.toMatchObject({ kind: 'untrustworthy' })
  await register.ask('POST', '/faults', { fault: 'ok' })
  expect(await typesOf(anna.user_id)).toMatchObject([
    { body: { purpose: 'operator' } },
    { body: { purpose: 'operator' } },
  ])
})

it('somebody without one is looked up, and nobody is nobody', async () => {
  const ove = newcomers.find(({ key }) => key === 'ove')
  expect(await mitid('look-up-person', `--cpr=${ove?.cpr ?? ''}`)).toMatchObject({
    status: 'dead',
    told: false,
  })
  const nobody = mitid('look-up-person', '--cpr=6101010001')
  await expect(nobody).rejects.toMatchObject({ kind: 'person-unknown' })
})
