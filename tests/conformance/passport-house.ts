/** A server that takes passports, the drawer they come from, and an operator who trusts their country. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Bytes } from '@open-mitid/kernel'
import { serverClock, type Line } from '@open-mitid/phone/core'
import { freshDatabase } from '@open-mitid/postgres/testing'
import { openMitid } from '../../apps/sandbox/src/command.ts'
import { peopleOf } from '../../apps/sandbox/src/people/people.ts'
import { readConfig } from '../../apps/server/src/config.ts'
import { startServer } from '../../apps/server/src/main.ts'
import { freePorts } from '../journeys/free-ports.ts'
import { openSurrounding } from '../surroundings/program.ts'

const root = resolve(import.meta.dirname, '../..')
export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

type Printed = { documentNumber: string; birthDate: string; expiryDate: string }
export type PassportHouse = Awaited<ReturnType<typeof openPassportHouse>>

export type GivenPassportHouse = {
  /** Its first port, where something beside it is to lie near. */
  readonly portBase?: number
  /** For the drawer. */
  readonly drawerEnv?: Readonly<Record<string, string>>
}

export async function openPassportHouse({ drawerEnv = {}, ...given }: GivenPassportHouse = {}) {
  const portBase = given.portBase ?? (await freePorts())
  const app = `http://localhost:${String(portBase + 2)}`
  const folder = await mkdtemp(join(tmpdir(), 'mitid-passports-'))
  const { passports } = peopleOf(new Date())
  const [drawer, database] = await Promise.all([
    openSurrounding('passport', { APP_ORIGIN: app, ...drawerEnv }, { HOLDERS_FILE: passports }),
    freshDatabase(),
  ])
  const env = {
    MITID_ENV: 'test',
    EDGES: 'phone',
    MITID_ROLES: 'edges',
    PORT_BASE: String(portBase),
    METRICS_PORT: 'off',
    DATABASE_URL: database.url,
    MITID_KEYS: folder,
    LOG_LEVEL: 'error',
    LOST_DOCUMENTS_URL: `${drawer.origin}/lost-documents`,
  }
  const server = await startServer(readConfig(env))
  const mitid = openMitid(join(root, 'apps/server/command/mitid.ts'), env)
  const published = (name: string) => join(drawer.data, 'kept/published', name)
  const publisher = `--publisher=${published('utopia.cer')}`
  const close = async () => {
    await mitid.close()
    await server.stop()
    await drawer.stop()
    await database.drop()
    await rm(folder, { recursive: true })
  }
  try {
    await mitid('import-master-list', published('utopia.ml'), publisher)
    await mitid('import-crl', published('utopia.crl'))
  } catch (fault) {
    await close()
    throw fault
  }
  /** What opens the chip of a passport, as it is printed in it. */
  const fieldsOf = async (passport: string) => {
    const asked = await drawer.ask('GET', `/passport/${passport}/printed`)
    const { documentNumber, birthDate, expiryDate } = (await asked.json()) as Printed
    return { documentNumber, birthDate, expiryDate }
  }
  const line: Line = { app, fetch, random, clock: serverClock(() => Date.now() / 1000) }
  return {
    app,
    line,
    drawer,
    databaseUrl: database.url,
    mitid,
    published,
    fieldsOf,
    close,
  }
}
