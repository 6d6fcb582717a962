import { approvalOf, issueApproval, readBinding, readOffer, render } from '@open-mitid/protocol'
import { verifyApproval, verifyEs256, type Sign } from '@open-mitid/protocol'
import type { ApprovalCircumstances, VerifiedApproval } from '@open-mitid/protocol'

type Keys = { dk: { sign: Sign }; ak: { sign: Sign } }
type Stored = { offer: string; binding: string; attemptId: string }

/** The phone: draws what the offer says, then signs exactly that with both keys. */
export async function approve(
  offerText: string,
  bindingText: string,
  keys: Keys,
  circumstances: ApprovalCircumstances,
  draw: (question: string, lines: readonly { label?: string; value: string }[]) => void,
): Promise<string> {
  const offer = readOffer(offerText)
  const binding = readBinding(bindingText)
  if (!offer.ok || !binding.ok) throw new Error('the server sent something unreadable')
  const shown = render(offer.value.content)
  draw(shown.head.question, shown.lines)
  return issueApproval(approvalOf(offer.value, binding.value, circumstances), keys)
}

/** The server: accepts it only for the offer, the binding and the PIN try that it has stored. */
export function accepted(approval: string, stored: Stored): VerifiedApproval | undefined {
  const [offer, binding] = [readOffer(stored.offer), readBinding(stored.binding)]
  if (!offer.ok || !binding.ok) return undefined
  const { attemptId } = stored
  const against = { offer: offer.value, binding: binding.value, attemptId, verify: verifyEs256 }
  const verified = verifyApproval(approval, against)
  return verified.ok ? verified.value : undefined
}
