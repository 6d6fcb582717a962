import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { begin, configure, finish } from './connect-example.ts'
import { open } from './foreign-services.ts'
import { openInstallation, sha256 } from './installation.ts'

const house = await openInstallation()
afterAll(() => house.close())

it('docs/connect.md shows the example that runs here, letter by letter', () => {
  const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')
  expect(read('../../docs/connect.md')).toContain(`\`\`\`ts\n${read('connect-example.ts')}\`\`\``)
})

it('the example logs a person on', async () => {
  const secret = 'a-secret-that-was-told-once'
  await house.register({
    clientId: 'my-shop',
    authentication: { method: 'client_secret_basic', secretSha256: sha256(secret) },
    redirectUris: ['http://localhost:8080/callback'],
  })
  const person = await house.person({ userId: 'aase80', cpr: '8902801234' })
  const config = await configure(house.issuer, secret)
  const { url, kept } = await begin(config)
  const { id, browser } = await open({ url, ...kept })
  const back = await browser.get(await house.complete(id, person, browser))
  const claims = await finish(config, new URL(back.headers.get('location') ?? ''), kept)
  expect(claims).toMatchObject({ aud: 'my-shop', 'mitid.identity_name': 'Åse Ærø Nielsen' })
})
