import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@open-mitid/postgres'
import { freshDatabase, type FreshDatabase } from '@open-mitid/postgres/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig, StartError } from './config.ts'
import { startServer } from './main.ts'
import { makeKeyFile } from './outbound/vault/index.ts'

const portBase = 3965
let fresh: FreshDatabase
let folder: string
let developmentKeys: string
let productionKeys: string

beforeAll(async () => {
  fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'mitid-start-'))
  developmentKeys = join(folder, 'development')
  productionKeys = join(folder, 'production')
  await makeKeyFile(developmentKeys, 'development')
  await makeKeyFile(productionKeys, 'production')
})
afterAll(async () => {
  await fresh.drop()
  await rm(folder, { recursive: true })
})

const settings = (given: Readonly<Record<string, string>> = {}) =>
  readConfig({
    MITID_ENV: 'test',
    PORT_BASE: String(portBase),
    METRICS_PORT: 'off',
    MITID_ROLES: 'edges',
    EDGES: 'oidc',
    DATABASE_URL: fresh.url,
    MITID_KEYS: developmentKeys,
    LOG_LEVEL: 'silent',
    ...given,
  })
const production = {
  MITID_ENV: 'production',
  ORIGIN_SIGN_IN: 'https://login.example',
  ORIGIN_APP: 'https://app.example',
  ORIGIN_CITIZEN: 'https://www.example',
  ORIGIN_DESK: 'https://desk.example',
}
const sentenceOf = async (given: Readonly<Record<string, string>>) => {
  const fault: unknown = await startServer(settings(given)).then(
    (server) => server.stop(),
    (reason: unknown) => reason,
  )
  expect(fault).toBeInstanceOf(StartError)
  return (fault as StartError).message
}

describe('a start', () => {
  it('serves only the edges and roles it was given, and leaves nothing when it stops', async () => {
    for (let round = 0; round < 2; round += 1) {
      const server = await startServer(settings({ METRICS_PORT: '3969' }))
      expect(Object.keys(server.origins)).toEqual(['oidc'])
      const health = await fetch(`http://localhost:${String(portBase + 1)}/health`)
      expect(await health.json()).toEqual({ status: 'ready' })
      const metrics = await (await fetch('http://127.0.0.1:3969/metrics')).text()
      expect(metrics).toContain('mitid_http_request_duration_seconds_count')
      await server.stop()
    }
  })
  it('that finds its port in use says so and how to move', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => {
      other.listen(portBase + 1, '127.0.0.1', resolve)
    })
    expect(await sentenceOf({})).toBe('Port 3966 is in use; PORT_BASE moves all ports.')
    await new Promise((resolve) => other.close(resolve))
  })
  it('without a database, or with one that has no tables, says what to do', async () => {
    expect(await sentenceOf({ DATABASE_URL: 'postgres://x@127.0.0.1:1/y' })).toBe(
      'Nothing answers at DATABASE_URL.',
    )
    const empty = fresh.url.replace(/\/test_\w+/u, '/postgres')
    expect(await sentenceOf({ DATABASE_URL: empty })).toMatch(/run: mitid migrate/u)
  })
  it('with the keys of another installation says so, and changes nothing', async () => {
    expect(await sentenceOf({ MITID_KEYS: productionKeys })).toBe(
      'The keys in MITID_KEYS are not those of this database.',
    )
  })
  it('in production refuses keys made for development, or none', async () => {
    await migrate(fresh.url, { clock: 'real' })
    expect(await sentenceOf({ ...production, MITID_KEYS: developmentKeys })).toContain(
      'were made for development',
    )
    expect(await sentenceOf({ ...production, MITID_KEYS: join(folder, 'none') })).toContain(
      'There are no keys',
    )
  })
  it('in production refuses a clock that can be moved', async () => {
    const other = await freshDatabase()
    const given = { ...production, DATABASE_URL: other.url, MITID_KEYS: productionKeys }
    expect(await sentenceOf(given)).toContain('clock of this database can be moved')
    await migrate(other.url, { clock: 'real' })
    await (await startServer(settings(given))).stop()
    await other.drop()
  })
})
