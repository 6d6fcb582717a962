/** How code devices can reach a person: by mail to the address of the register, or at a centre. */
import type { Delivery } from '../authenticator/index.ts'
import type { ProofFacts } from './proof.ts'

/** Without an address in the register nothing can be mailed. */
export function deliveryWays({ address }: ProofFacts): readonly Delivery['to'][] {
  return address === undefined ? ['centre'] : ['home', 'centre']
}

/**
 * The address as its person is told it on the way; a protected one stands on the sheet that is mailed
 * and nowhere else, so that whoever proved falsely to be its person learns nothing of where they live.
 */
export function addressTold(proof: ProofFacts): string | undefined {
  return proof.protected ? undefined : proof.address?.join(', ')
}
