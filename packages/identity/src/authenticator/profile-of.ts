/** Whose call it is, by what the proof says of itself. */
import type { AppProofClaims, ProfileId } from '@open-mitid/protocol'

/** Visits the profile that the proof names; undefined where it names a bare key instead. */
export function profileOf<Visited>(
  { proof }: { readonly proof: AppProofClaims },
  visit: (profile: ProfileId) => Visited,
): Visited | undefined {
  return 'profile' in proof.holder ? visit(proof.holder.profile) : undefined
}
