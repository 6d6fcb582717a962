import { describe, expect, it } from 'vitest'
import { Instant } from '@open-mitid/kernel'
import { nsisUri } from './binding.ts'
import { Digest } from './digest.ts'
import { Display } from './display.ts'
import { verifyEs256 } from './es256.ts'
import { issueStatement, verifyStatement, type StatementContent } from './statement.ts'
import { keys, offerContent, operator, softKey, start, valueOf } from './testing/exhibits.ts'

const trust = { keys, verify: verifyEs256 }
const content: StatementContent = {
  v: 1,
  client_id: 'sundby-bank',
  sub: 'a-pairwise-subject',
  transaction_id: 'a-transaction',
  display: offerContent.display,
  offer_sha256: Digest.ofText('offer'),
  approval_sha256: Digest.ofText('approval'),
  decision: 'approve',
  evidence: 'person',
  loa: nsisUri('Substantial'),
  phr: true,
  time: Instant.plus(start, 21),
}

describe('a statement', () => {
  it('tells a service exactly what was approved, by the operator’s key', async () => {
    const statement = valueOf(verifyStatement(await issueStatement(content, operator), trust))
    expect(statement.content).toEqual(content)
    expect(Display.equal(statement.content.display, offerContent.display)).toBe(true)
  })

  it('by another key, or of a time when the key was not in use, is refused', async () => {
    const forged = await issueStatement(content, softKey(operator.kid))
    expect(verifyStatement(forged, trust)).toMatchObject({ refusal: { kind: 'bad-signature' } })
    const late = await issueStatement({ ...content, time: Instant.plus(start, 1000) }, operator)
    expect(verifyStatement(late, trust)).toMatchObject({ refusal: { kind: 'key-not-in-use' } })
  })

  it('is never issued with content that its reader would refuse', async () => {
    const wrong = { ...content, display: { lang: 'en', lines: [{ value: 'a\nb' }] } } as const
    await expect(issueStatement(wrong, operator)).rejects.toThrow(TypeError)
  })
})
