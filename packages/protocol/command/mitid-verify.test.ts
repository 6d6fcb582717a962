import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Instant } from '@open-mitid/kernel'
import type { EvidenceReport } from '../src/index.ts'
import { keys, madePack, receiptContent, start, withPayload } from '../src/testing/exhibits.ts'

const command = fileURLToPath(new URL('./mitid-verify.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mitid-verify-'))
const file = (name: string): string => join(folder, name)
const pages = new Map([['/evidence-keys.json', JSON.stringify(keys)]])
let server: Server
let origin: string

beforeAll(async () => {
  const pack = await madePack()
  const forged = withPayload(pack.offer, (content) => ({ ...(content as object), kind: 'log_on' }))
  const ahead = Instant.plus(start, 10 ** 9)
  const early = { use_from: Instant.of(0), use_until: null }
  writeFileSync(file('pack.json'), JSON.stringify(pack, undefined, 2))
  writeFileSync(file('forged.json'), JSON.stringify({ ...pack, offer: forged }))
  writeFileSync(
    file('future.json'),
    JSON.stringify(
      await madePack({
        binding: { exp: Instant.plus(ahead, 1) },
        offer: { exp: ahead },
        receipt: { time: ahead },
      }),
    ),
  )
  writeFileSync(file('keys.json'), JSON.stringify(keys))
  writeFileSync(
    file('endless.json'),
    JSON.stringify({ v: 1, keys: keys.keys.map((key) => ({ ...key, ...early })) }),
  )
  writeFileSync(file('text.txt'), 'a text')
  server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : 200).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

type Ran = { code: number; out: string; error: string }

function run(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { encoding: 'utf8' }, (fault, out, error) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, error })
    })
  })
}

describe('mitid-verify', () => {
  it('tells what was approved, when, by which profile, each check, and what is not proved', async () => {
    const { code, out } = await run(file('pack.json'), '--keys', file('keys.json'))
    expect(code).toBe(0)
    expect(out).toMatch(/^VERIFIED\n/u)
    for (const told of [
      'Sundby Bank (bank.example)',
      'Approve the following?',
      'Amount: DKK 2,300',
      'To account number: 9978 000123456',
      new Date(receiptContent.time * 1000).toISOString().replace('.000Z', 'Z'),
      'aut_',
      'passed    approval-display (Evidence v1 §4)',
      'This pack does not prove',
      'rests on the operator’s word',
    ])
      expect(out).toContain(told)
  })

  it('exits with 1 where a check fails, shows nothing as approved and names the check', async () => {
    const { code, out } = await run(file('forged.json'), '--keys', file('keys.json'))
    expect(code).toBe(1)
    expect(out).toMatch(/^NOT VERIFIED\n/u)
    expect(out).toContain('FAILED    offer-signature (RFC 7515 §5.2): bad-signature')
    expect(out).not.toContain('DKK 2,300')
  })

  it('notices a receipt from the future by this machine’s clock', async () => {
    const { code, out } = await run(file('future.json'), '--keys', file('endless.json'), '--json')
    const failed = (JSON.parse(out) as EvidenceReport).checks.filter(
      ({ outcome }) => outcome === 'failed',
    )
    expect([code, failed.map(({ check }) => check)]).toEqual([1, ['receipt-not-ahead']])
  })

  it('takes keys from an address, and prints the whole report for programs', async () => {
    const { code, out } = await run(
      ...[file('pack.json'), '--json', '--keys', `${origin}/evidence-keys.json`],
    )
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ verified: true, approved: { uv: 'pin' } })
  })

  it('exits with 2 and one sentence that says what to do where it is asked wrongly', async () => {
    const wrong: readonly (readonly [string[], RegExp])[] = [
      [[], /Name one pack/u],
      [[file('pack.json')], /--keys FILE\|URL/u],
      [[file('pack.json'), '--keys'], /See --help/u],
      [[file('pack.json'), '--keys', file('none.json')], /cannot be read/u],
      [[file('text.txt'), '--keys', file('keys.json')], /is not JSON/u],
      [[file('pack.json'), '--keys', file('pack.json')], /not a list of evidence keys/u],
      [[file('pack.json'), '--keys', `${origin}/none`], /answered 404/u],
      [[file('pack.json'), '--keys', 'http://operator.example/keys'], /https only/u],
    ]
    for (const [args, sentence] of wrong) {
      const { code, out, error } = await run(...args)
      expect([code, out]).toEqual([2, ''])
      expect(error).toMatch(sentence)
      expect(error.trim().split('\n')).toHaveLength(1)
    }
  }, 30_000)

  it('explains itself', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    expect(out).toContain('never from whoever gave you the pack')
  })
})
