/** Whose call it is, by what the proof says of itself. */
import type { AppProofClaims, ProfileId } from '@open-mitid/protocol'

/** Visits the profile that the proof names; undefined where it names a bare key instead. */
export async function profileOf<Visited>(
  { proof }: { readonly proof: AppProofClaims },
  visit: (profile: ProfileId) => Promise<Visited | undefined>,
): Promise<Visited | undefined> {
  return 'profile' in proof.holder ? visit(proof.holder.profile) : undefined
}
