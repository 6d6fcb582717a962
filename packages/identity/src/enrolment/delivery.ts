/** How code devices reach a person: by mail to the address of the register, or at a centre. */
import type { Centre } from './centre.ts'
import type { ProofFacts } from './proof.ts'

export type Delivery =
  { readonly way: 'mail' } | { readonly way: 'centre'; readonly centre: Centre['id'] }

/** Without an address in the register nothing can be mailed. */
export function deliveryWays({ address }: ProofFacts): readonly Delivery['way'][] {
  return address === undefined ? ['centre'] : ['mail', 'centre']
}
