/** How code devices can reach a person: by mail to the address of the register, or at a centre. */
import type { Delivery } from '../authenticator/index.ts'
import type { ProofFacts } from './proof.ts'

/** Without an address in the register nothing can be mailed. */
export function deliveryWays({ address }: ProofFacts): readonly Delivery['to'][] {
  return address === undefined ? ['centre'] : ['home', 'centre']
}
