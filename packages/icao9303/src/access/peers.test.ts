/**
 * Outside peers on the chip's side: libeac for PACE, vsmartcard-vpicc for BAC. Debian has both
 * (libeac3; vsmartcard-vpicc with python3-pycryptodome). As packaged, libeac has the generic mapping
 * alone, and the secure messaging of vpicc answers without a status, which Doc 9303 does not allow.
 */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { fromHex, toHex, type Random } from '../bytes.ts'
import { parseSecurityInfos } from '../lds/security-infos.ts'
import { paceInfo, passportZone, securityInfos, specimen } from '../testing/files.ts'
import { AccessError } from './access-error.ts'
import { performBac } from './bac.ts'
import { plainChannel, type Transceiver } from './channel.ts'
import { choosePace, performPace } from './pace.ts'
import { readFile, selectApplication } from './read-file.ts'

const python = '/usr/bin/python3'
const random: Random = (length) => crypto.getRandomValues(new Uint8Array(length))

function has(name: string, probe: string): boolean {
  const found = spawnSync(python, ['-c', probe]).status === 0
  if (!found) console.warn(`${name} is not installed: its tests are skipped`)
  return found
}

const libeac = has('libeac3', 'import ctypes; ctypes.CDLL("libeac.so.3")')
const vpicc = has(
  'vsmartcard-vpicc with python3-pycryptodome',
  'import os, Cryptodome; os.stat("/usr/lib/python3/site-packages/virtualsmartcard")',
)

/** Runs one conversation with a peer, which ends with it. */
async function withPeer<Result>(
  program: string,
  args: readonly string[],
  talk: (transceiver: Transceiver) => Promise<Result>,
): Promise<Result> {
  const script = join(import.meta.dirname, '../testing/peers', program)
  const peer = spawn(python, [script, ...args], { stdio: ['pipe', 'pipe', 'ignore'] })
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]()
  try {
    return await talk({
      extendedLength: true,
      async transceive(command) {
        peer.stdin.write(`${toHex(command)}\n`)
        const answer = await answers.next()
        if (answer.done) throw new Error('the peer has ended')
        return fromHex(answer.value)
      },
    })
  } finally {
    peer.kill()
  }
}

async function codeOf(run: Promise<unknown>): Promise<string | undefined> {
  try {
    await run
  } catch (error) {
    if (error instanceof AccessError) return error.code
    throw error
  }
  return undefined
}

describe.skipIf(!libeac)('PACE with libeac', () => {
  const ways = [
    ['ECDH, 3DES, brainpoolP256r1', '2.1', 13],
    ['ECDH, AES-128, P-224', '2.2', 10],
    ['ECDH, AES-192, P-256', '2.3', 12],
    ['ECDH, AES-256, brainpoolP384r1', '2.4', 16],
    ['ECDH, AES-256, P-521', '2.4', 18],
    ['DH, AES-128, 1024 bits', '1.2', 0],
    ['DH, AES-256, 2048 bits', '1.4', 2],
  ] as const
  it.for(ways)('%s: both sides agree, and a wrong number is refused', async ([, way, id]) => {
    const cardAccess = securityInfos(paceInfo(`0.4.0.127.0.7.2.2.4.${way}`, id))
    const run = (digits: string) =>
      withPeer('libeac-chip.py', [toHex(cardAccess), '123456'], async (chip) => {
        const read = await readFile(plainChannel(chip), 0x011c)
        const info = choosePace(parseSecurityInfos(read).pace)
        if (!info) throw new Error('the chip offers no PACE')
        return performPace(chip, info, { kind: 'can', digits }, random)
      })
    expect((await run('123456')).session.counter).toBe(0n)
    expect(await codeOf(run('123457'))).toBe('wrong-password')
  })
})

describe.skipIf(!vpicc)('BAC with vsmartcard-vpicc', () => {
  it('ICAO 9303-11 §4.3: both sides agree, and a wrong zone is refused', async () => {
    const run = (documentNumber: string) =>
      withPeer('vpicc-chip.py', [passportZone(specimen)], async (chip) => {
        await selectApplication(plainChannel(chip))
        return performBac(chip, { ...specimen, documentNumber }, random)
      })
    expect((await run(specimen.documentNumber)).cipher).toBe('3DES')
    expect(await codeOf(run('L898902C4'))).toBe('wrong-password')
  })
})
