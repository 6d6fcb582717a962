import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { utf8, type Bytes, type Instant } from '@open-mitid/kernel'
import { checkCode, checkFirstCode, codeAt, OtpMemory, type Otp, type OtpSeed } from './otp.ts'

/** RFC 4226 appendix D. */
const hotpVectors = [
  '755224',
  '287082',
  '359152',
  '969429',
  '338314',
  '254676',
  '287922',
  '162583',
  '399871',
  '520489',
]
/** RFC 6238 appendix B: time, and the code of each digest. */
const totpVectors = [
  [59, '94287082', '46119246', '90693936'],
  [1111111109, '07081804', '68084774', '25091201'],
  [1111111111, '14050471', '67062674', '99943326'],
  [1234567890, '89005924', '91819424', '93441116'],
  [2000000000, '69279037', '90698825', '38618901'],
  [20000000000, '65353130', '77737706', '47863826'],
] as const
const digits = '1234567890'
/** RFC 6238 errata 2866: each digest has a seed of its own length. */
const seeds = {
  SHA1: utf8(digits.repeat(2)),
  SHA256: utf8(digits.repeat(4).slice(0, 32)),
  SHA512: utf8(digits.repeat(7).slice(0, 64)),
}
const at = (seconds: number) => seconds as Instant

const totp: OtpSeed = {
  otp: { algorithm: 'TOTP', digest: 'SHA1', digits: 6, period: 30 },
  seed: seeds.SHA1,
}
const hotp: OtpSeed = { otp: { algorithm: 'HOTP', digest: 'SHA1', digits: 6 }, seed: seeds.SHA1 }
const typed = (code: string) => (right: string) => right === code
const now = at(1_767_225_610)
const step = Math.floor(now / 30)
const later = (steps: number) => at(now + 30 * steps)

function oathtool(): boolean {
  try {
    execFileSync('oathtool', ['--version'])
    return true
  } catch {
    return false
  }
}

describe('codes', () => {
  it.each(hotpVectors.map((code, counter) => [counter, code] as const))(
    'RFC 4226 appendix D: counter %i gives %s',
    (counter, code) => {
      expect(codeAt(hotp, counter)).toBe(code)
    },
  )
  it.each(totpVectors)('RFC 6238 appendix B: at %i', (time, ...codes) => {
    const made = (['SHA1', 'SHA256', 'SHA512'] as const).map((digest) =>
      codeAt(
        { otp: { algorithm: 'TOTP', digest, digits: 8, period: 30 }, seed: seeds[digest] },
        Math.floor(time / 30),
      ),
    )
    expect(made).toEqual(codes)
  })
  // Where Debian's oathtool is not installed, this says so as a test that was skipped.
  it.skipIf(!oathtool())('oathtool, which is not ours, makes the same codes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 64 }),
        fc.integer({ min: 0, max: 2 ** 40 }),
        fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const),
        (seed, time, digest) => {
          const otp: Otp = { algorithm: 'TOTP', digest, digits: 6, period: 30 }
          const args = [`--totp=${digest}`, '--digits=6', `--now=@${String(time)}`]
          const other = execFileSync('oathtool', [...args, Buffer.from(seed).toString('hex')])
          const ours = codeAt({ otp, seed: Uint8Array.from(seed) }, Math.floor(time / 30))
          expect(ours).toBe(other.toString().trim())
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a clock', () => {
  const fresh = OtpMemory.before(0)
  const check = (memory: OtpMemory, of: number, when = now) =>
    checkCode(totp, memory, typed(codeAt(totp, of)), when)

  it('RFC 6238 §5.2: a code of now or of the step before is right, no other is', () => {
    const right = [-3, -2, -1, 0, 1, 2].filter((offset) => check(fresh, step + offset).right)
    expect(right).toEqual([-1, 0])
  })
  it('a step is accepted once, and never one below the last', () => {
    const { memory } = check(fresh, step)
    expect(memory.lastStep).toBe(step)
    expect(check(memory, step).right).toBe(false)
    expect(check(memory, step - 1).right).toBe(false)
    expect(check(memory, step + 1, later(1)).right).toBe(true)
  })
  it.each([-4, -3, -2, 1, 3, 4])(
    'RFC 6238 §6: of a clock that is %i steps off, the second code in a row is right, and it is learnt',
    (offset) => {
      const once = check(fresh, step + offset)
      expect(once.right).toBe(false)
      expect(check(once.memory, step + offset).right).toBe(false) // the same one is no second
      const twice = check(once.memory, step + 1 + offset, later(1))
      expect(twice.right).toBe(true)
      expect(check(twice.memory, step + 2 + offset, later(2)).right).toBe(true)
    },
  )
  it('two far codes that do not belong together are wrong, and a guess in between begins anew', () => {
    const once = check(fresh, step + 3)
    expect(check(once.memory, step - 2, later(1)).right).toBe(false)
    const guess = checkCode(totp, once.memory, typed('000000'), now)
    expect(check(guess.memory, step + 4, later(1)).right).toBe(false)
  })
  it('codes that were got out of somebody three minutes ago open nothing, two in a row neither', () => {
    for (const age of [6, 10, 100])
      for (const count of [1, 2, 3]) {
        let memory = fresh
        for (let place = 0; place < count; place += 1) {
          const verdict = check(memory, step - age - count + 1 + place)
          expect(verdict.right).toBe(false)
          memory = verdict.memory
        }
      }
  })
  it('the first code sets the clock, ten minutes either way, and no further', () => {
    for (const offset of [-20, -2, 0, 7, 20]) {
      const code = codeAt(totp, step + offset)
      const { right, memory } = checkFirstCode(totp, fresh, typed(code), now)
      expect(right).toBe(true)
      expect(check(memory, step + offset + 1, later(1)).right).toBe(true)
    }
    for (const offset of [-22, 21])
      expect(checkFirstCode(totp, fresh, typed(codeAt(totp, step + offset)), now).right).toBe(false)
  })
  it('whatever is typed when: a code that was right is never right again', () => {
    const tries = fc.array(
      fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 3 })),
    )
    fc.assert(
      fc.property(tries, (given) => {
        let memory = fresh
        let time = 0
        const accepted: number[] = []
        for (const [offset, passed] of given) {
          time += passed
          const verdict = check(memory, step + time + offset, later(time))
          memory = verdict.memory
          if (verdict.right) accepted.push(memory.lastStep)
        }
        expect(accepted).toEqual([...new Set(accepted)].sort((one, other) => one - other))
      }),
    )
  })
})

describe('a counter', () => {
  const fresh = OtpMemory.before(0)
  const check = (memory: OtpMemory, counter: number) =>
    checkCode(hotp, memory, typed(codeAt(hotp, counter)), now)

  it('RFC 4226 §7.2: a button pressed for nothing up to nine times is followed', () => {
    expect(check(fresh, 9)).toMatchObject({ right: true, memory: { lastStep: 9 } })
    expect(check(fresh, 10).right).toBe(false)
    expect(check(check(fresh, 9).memory, 9).right).toBe(false)
    expect(check(check(fresh, 9).memory, 3).right).toBe(false)
  })
  it('RFC 4226 §7.4: further on, two codes in a row are right', () => {
    const once = check(fresh, 60)
    expect(once.right).toBe(false)
    expect(check(once.memory, 63).right).toBe(false)
    expect(check(once.memory, 61)).toMatchObject({ right: true, memory: { lastStep: 61 } })
    expect(check(fresh, 100).memory.far).toBeUndefined()
  })
  it('begins where the seed file says', () => {
    expect(check(OtpMemory.before(40), 39).right).toBe(false)
    expect(check(OtpMemory.before(40), 40).right).toBe(true)
  })
})

it('a code may be proved without being sent: whoever asks says which matches', () => {
  const wanted = codeAt(totp, step)
  const asked: string[] = []
  const verdict = checkCode(
    totp,
    OtpMemory.before(0),
    (code) => {
      asked.push(code)
      return code === wanted
    },
    now,
  )
  expect(verdict.right).toBe(true)
  expect(asked).toHaveLength(2)
})

const key: Bytes = seeds.SHA1
it('the seed that is given is not changed', () => {
  const before = Buffer.from(key).toString('hex')
  codeAt({ otp: hotp.otp, seed: key }, 1)
  expect(Buffer.from(key).toString('hex')).toBe(before)
})
