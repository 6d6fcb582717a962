import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'mitid-device-'))
const at = join(folder, 'batch')
afterAll(() => {
  rmSync(folder, { recursive: true })
})

type Ran = { readonly code: number; readonly out: string; readonly err: string }

function device(...args: readonly string[]): Promise<Ran> {
  const script = join(import.meta.dirname, 'mitid-device.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], (fault, out, err) => {
      resolve({ code: fault ? Number(fault.code) : 0, out, err })
    })
  })
}
const answer = ({ out }: Ran): unknown => JSON.parse(out)

describe('mitid-device', () => {
  beforeAll(async () => {
    const args = ['--displays', '10', '--readers', '1', '--first', '500', '--json']
    const made = await device('make', '--folder', at, ...args)
    expect([made.code, answer(made)]).toMatchObject([0, { devices: 11 }])
  })

  it('make: a seed file that holds no seed in clear, and a key for its owner alone', async () => {
    const file = readFileSync(join(at, 'delivery.xml'), 'utf8')
    const { seed } = (
      JSON.parse(readFileSync(join(at, 'devices.json'), 'utf8')) as { seed: string }[]
    )[0] ?? { seed: '' }
    expect(file).not.toContain(seed)
    expect(file).not.toContain(Buffer.from(seed, 'hex').toString('base64'))
    for (const name of ['delivery.key', 'delivery.xml', 'devices.json'])
      expect(statSync(join(at, name)).mode & 0o777).toBe(0o600)
    const twice = await device('make', '--folder', at, '--json')
    expect([twice.code, answer(twice)]).toMatchObject([1, { kind: 'devices-exist' }])
  })

  it('list and code: six digits of a device, and other ones by a clock that goes wrong', async () => {
    const listed = answer(await device('list', '--folder', at, '--json')) as { serial: string }[]
    expect(listed).toHaveLength(11)
    const serial = listed[0]?.serial ?? ''
    const code = (...more: string[]) =>
      device('code', '--serial', serial, '--folder', at, '--json', ...more)
    const [now, ahead] = await Promise.all([code(), code('--ahead', '3600')])
    expect(answer(now)).toEqual({
      code: expect.stringMatching(/^\d{6}$/u) as string,
      seconds_left: expect.any(Number) as number,
    })
    expect(answer(ahead)).not.toEqual(answer(now))
    expect((await device('code', '--serial', serial, '--folder', at)).out).toMatch(/^\d{6} {2}/u)
  })

  it('a device that is not here is refused, and wrong usage is told', async () => {
    const unknown = await device('code', '--serial', '1', '--folder', at, '--json')
    expect([unknown.code, answer(unknown)]).toMatchObject([1, { kind: 'device-unknown' }])
    const wrong = [[], ['fly'], ['code'], ['code', '--what'], ['list', '--first', 'x', '--ahead']]
    for (const args of wrong) expect((await device(...args)).code).toBe(2)
    const help = await device('--help')
    expect([help.code, help.err]).toEqual([0, ''])
    expect(help.out).toContain('mitid-device code --serial')
    const empty = await device('list', '--folder', join(folder, 'none'))
    expect([empty.code, empty.out]).toEqual([0, 'There are no devices.\n'])
  })
})
