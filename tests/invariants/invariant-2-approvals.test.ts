/** Protocols §7, invariant 2: what the server takes for an approval. */
import {
  approvalOf,
  deriveApprovalKey,
  Digest,
  readBinding,
  type ApprovalContent,
} from '@open-mitid/protocol'
import { afterAll, describe, expect, it } from 'vitest'
import { goodPin, must } from './house.ts'
import { random } from './random.ts'
import { liar } from './liar.ts'
import { openTwoPeople } from './two-people.ts'

const { house, bank, asta, mine, qr, stateOf } = await openTwoPeople()
afterAll(() => house.close())

describe('protocols §7', () => {
  it('Invariant 2: the server takes no approval that the keys of the phone did not make of this offer', async () => {
    const { call, guess, sign } = liar(asta, house.send)
    const { own } = await house.begin(bank, mine)
    const { offer } = must(await asta.phone.claim(asta.id, await qr(own)))
    const other = await house.begin(bank, mine)
    const { offer: otherOffer } = must(await asta.phone.claim(asta.id, await qr(other.own)))
    const offer_id = own.id
    const binding = must(
      readBinding(
        (
          await house.sql.query<{ jws: string }>(
            'select jws from mitid.binding where profile_id = $1',
            [offer.content.aud],
          )
        )[0]?.jws ?? '',
      ),
    )
    const tell = async (lie: {
      of?: typeof offer
      change?: Partial<ApprovalContent>
      ak?: typeof wrongKey
    }) => {
      const { attempt, ke3 = '', ak } = await guess(goodPin, { purpose: 'approve', offer_id })
      const circumstances = {
        attempt_id: attempt,
        seen: { n: 1, head: Digest.ofText('seen') },
        uv: 'pin',
        app: { version: 'test' },
        signed_at: offer.content.iat,
      } as const
      const content = { ...approvalOf(lie.of ?? offer, binding, circumstances), ...lie.change }
      const approval = await sign(content, lie.ak ?? ak ?? wrongKey)
      return call('/api/approve', { offer_id, ke3, approval })
    }
    const wrongKey = deriveApprovalKey(random(64), random(32))
    const lies: Parameters<typeof tell>[0][] = [
      { ak: wrongKey },
      { of: otherOffer },
      { change: { display_sha256: Digest.ofText('another text') } },
      { change: { attempt_id: 'another-try' } },
      { change: { pin_epoch: 7 } },
    ]
    for (const lie of lies) {
      expect(await tell(lie)).toMatchObject({ refusal: { kind: 'approval-invalid' } })
      expect(await stateOf(own)).toBe('claimed')
    }
    must(await tell({}))
    expect(await stateOf(own)).toBe('approved')
  })
})
