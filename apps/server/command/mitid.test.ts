import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '@open-mitid/postgres/testing'

const script = join(import.meta.dirname, 'mitid.ts')
const { PATH, NODE_COMPILE_CACHE } = process.env
let folder: string
let fresh: FreshDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mitid-command-'))
  fresh = await freshDatabase()
})
afterAll(async () => {
  await fresh.drop()
  await rm(folder, { recursive: true })
})

type Ran = { readonly code: number; readonly out: string; readonly err: string }

function mitid(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ran> {
  const settings = {
    MITID_ENV: 'test',
    DATABASE_URL: fresh.url,
    MITID_KEYS: join(folder, 'keys'),
    ...env,
  }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { env: { PATH, NODE_COMPILE_CACHE, ...settings } },
      (fault, out, err) => {
        resolve({ code: fault ? Number(fault.code) : 0, out, err })
      },
    )
    child.stdin?.end(input)
  })
}
const answer = ({ out }: Ran): unknown => JSON.parse(out)

const asta = {
  user_id: 'asta.øst',
  name: 'Asta Østergård',
  birth_date: '1990-01-01',
  cpr: '6101905678',
  phone: '20123456',
  email: 'asta@post.example',
}

describe('mitid', () => {
  it('without a command it says which there are, and an unknown one is wrong usage', async () => {
    const [bare, unknown] = await Promise.all([mitid([]), mitid(['fly'])])
    expect(bare).toMatchObject({ code: 0, err: '' })
    expect(bare.out).toContain('mitid create-person')
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(unknown.err).toContain('There is no command "fly".')
  })

  it('create-person: people from a file, told again with the same identifiers', async () => {
    const file = join(folder, 'people.json')
    await writeFile(file, JSON.stringify([asta]))
    const args = ['create-person', '--file', file, '--skip-existing', '--json']
    const first = await mitid(args)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(answer(first)).toEqual([
      { id: expect.stringMatching(/^per_/u) as string, user_id: 'asta.øst' },
    ])
    expect(answer(await mitid(args))).toEqual(answer(first))
    const twice = await mitid(['create-person', '--file', file, '--json'])
    expect(twice.code).toBe(1)
    expect(answer(twice)).toMatchObject({ kind: 'user-id-taken' })
    const events = await mitid(['show-events', '--user-id', 'asta.øst', '--json'])
    expect(answer(events)).toMatchObject([{ n: 1, type: 'person-created' }])
  })

  it('session: commands in one process are answered in their order, and no refusal ends it', async () => {
    const words = [
      ['show-events', '--user-id=asta.øst'],
      ['fly'],
      ['show-events'],
      ['create-person', '--file', '-'],
      ['create-person', '--file=-'],
      ['issue-activation-code', '--user-id=nobody at all'],
      ['show-events', '--user-id=asta.øst'],
    ]
    const lines = [...words.map((each) => JSON.stringify(each)), '["fly"', '{}', '[]', '[1]']
    const ran = await mitid(['session'], {}, `${lines.join('\n')}\n`)
    expect(ran).toMatchObject({ code: 0, err: '' })
    const events = { ok: true, answer: [{ n: 1, type: 'person-created' }] }
    const wrong = { ok: false, kind: 'usage', message: expect.stringMatching(/\.$/u) as string }
    expect(
      ran.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      events,
      ...[wrong, wrong, wrong, wrong],
      { ok: false, kind: 'person-unknown' },
      events,
      ...[wrong, wrong, wrong, wrong],
    ])
  })

  it('session: explains itself, and another word is wrong usage', async () => {
    const [help, json] = await Promise.all([
      mitid(['session', '--help']),
      mitid(['session', '--json'], {}, '["fly"]\n'),
    ])
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('JSON array of words')
    expect(json).toMatchObject({ code: 2, out: '' })
    expect(json.err).toContain('"--json" is a word too many.')
  })

  it('issue-activation-code: a code that lives as long as its way takes, and a link to the app', async () => {
    const command = ['issue-activation-code', '--json', '--user-id']
    const [issued, unknown, neither] = await Promise.all([
      mitid([...command, 'Asta.ØST', '--channel', 'centre']),
      mitid([...command, 'nobody at all']),
      mitid(['issue-activation-code', '--json']),
    ])
    const { code, link, expires_at } = answer(issued) as Record<string, string>
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/u)
    expect(link).toBe(`http://localhost:3002/activate#${String(code)}`)
    expect(Number(expires_at)).toBeGreaterThan(Date.now() / 1000 + 47 * 3_600)
    expect([unknown.code, answer(unknown)]).toMatchObject([1, { kind: 'person-unknown' }])
    expect([neither.code, answer(neither)]).toMatchObject([2, { kind: 'usage' }])
  })

  it('create-person: outside production a real CPR number is refused', async () => {
    const args = ['--user-id', 'a real one', '--name', 'A', '--birth-date', '1990-01-01']
    const ran = await mitid(['create-person', ...args, '--cpr', '010190-5678', '--json'])
    expect(ran.code).toBe(1)
    expect(answer(ran)).toMatchObject({ kind: 'cpr-not-synthetic' })
    expect(ran.out + ran.err).not.toContain('5678')
  })

  it('register-service: a secret is told once, and each wrong answer says what is wrong', async () => {
    const keys = join(folder, 'jwks.json')
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    await writeFile(keys, JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] }))
    const service = ['register-service', '--client-id', 'shop', '--org', 'Shop', '--name', 'Shop']
    const whole = [...service, '--domain', 'shop.example', '--json']
    const uri = ['--redirect-uri', 'http://localhost:3006/callback']
    const [secret, leaked, insecure, both] = await Promise.all([
      mitid([...whole, ...uri, '--secret']),
      mitid([...whole, ...uri, '--jwks', keys]),
      mitid([...whole, '--redirect-uri', 'http://shop.example/', '--secret']),
      mitid([...whole, ...uri, '--secret', '--jwks', keys]),
    ])
    expect(answer(secret)).toEqual({
      client_id: 'shop',
      client_secret: expect.stringMatching(/^[\w-]{43}$/u) as string,
    })
    expect([leaked.code, answer(leaked)]).toMatchObject([1, { kind: 'jwks' }])
    expect([insecure.code, answer(insecure)]).toMatchObject([1, { kind: 'redirect-uri' }])
    expect([both.code, answer(both)]).toMatchObject([2, { kind: 'usage' }])

    await writeFile(keys, JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }))
    const taken = await mitid([...whole, ...uri, '--jwks', keys])
    expect([taken.code, answer(taken)]).toMatchObject([1, { kind: 'client-id-taken' }])
    expect(answer(await mitid([...whole, ...uri, '--jwks', keys, '--replace']))).toEqual({
      client_id: 'shop',
    })
  })

  it('rotate-keys: the first keys sign at once, the next wait, and no third is made meanwhile', async () => {
    const first = answer(await mitid(['rotate-keys', '--json'])) as { use_from: number }[]
    expect(first).toMatchObject([{ list: 'evidence' }, { list: 'oidc' }])
    const [next] = answer(await mitid(['rotate-keys', '--list', 'oidc', '--json'])) as [
      { use_from: number },
    ]
    expect(next.use_from - Number(first[1]?.use_from)).toBeGreaterThanOrEqual(86_400)
    const third = await mitid(['rotate-keys', '--list', 'oidc', '--json'])
    expect([third.code, answer(third)]).toMatchObject([1, { kind: 'next-key-waits' }])
  })

  it('migrate: what is there already is left, and production refuses an adjustable clock', async () => {
    expect(answer(await mitid(['migrate', '--json']))).toEqual({ applied: [] })
    const origins = {
      MITID_ENV: 'production',
      ORIGIN_SIGN_IN: 'https://login.mitid.example',
      ORIGIN_APP: 'https://app.mitid.example',
      ORIGIN_CITIZEN: 'https://www.mitid.example',
      ORIGIN_DESK: 'https://desk.mitid.example',
    }
    const ran = await mitid(['migrate', '--clock', 'adjustable', '--json'], origins)
    expect([ran.code, answer(ran)]).toMatchObject([1, { kind: 'clock' }])
    const keyless = await mitid(['rotate-keys'], { ...origins, MITID_KEYS: join(folder, 'none') })
    expect([keyless.code, keyless.err]).toEqual([1, expect.stringContaining('make-keys')])
    const sandbox = await mitid(['rotate-keys'], origins)
    expect([sandbox.code, sandbox.err]).toEqual([1, expect.stringContaining('for development')])
  })

  it('keys that others may read are not used, and they are made for their owner alone', async () => {
    const path = join(folder, 'keys', 'keys.json')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const made = await mitid(['make-keys', '--json'])
    expect([made.code, answer(made)]).toMatchObject([1, { kind: 'keys-exist' }])
    await chmod(path, 0o644)
    const ran = await mitid(['rotate-keys'])
    expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('chmod 600')])
    expect(ran.out + ran.err).not.toContain(await readFile(path, 'utf8'))
  })
})
