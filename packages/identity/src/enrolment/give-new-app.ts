/**
 * A new phone in the place of one that is lost, or beside it. Passport and face open the activation;
 * a second code goes to a contact that the person had before, or by letter (docs/decisions/passport.md).
 */
import { accept, refuse, type Instant, type UseCase } from '@open-mitid/kernel'
import type { ActivationCode } from '@open-mitid/protocol'
import { mostApps, newActivation, replaced, secondCodeReaches } from '../authenticator/index.ts'
import type { Mac } from '../keys/index.ts'
import type { EventDraft } from '../ledger/index.ts'
import { withActivation } from './passport-proof.ts'
import { regain, type RegainPorts, type RegainRefusal } from './regain.ts'

export type GivenApp = { readonly code: ActivationCode; readonly until: Instant }
export type GiveNewAppRefusal = RegainRefusal | { readonly kind: 'too-many-apps' | 'no-contact' }

type Ports = RegainPorts & { readonly mac: Mac }

/** Called again it gives another code, and ends the one whose answer may have been lost. */
export function giveNewApp(
  ports: Ports,
): UseCase<{ readonly token: string }, GivenApp, GiveNewAppRefusal> {
  return ({ token }) =>
    regain<GivenApp, GiveNewAppRefusal>(ports, token, async (found) => {
      const { person, apps, unfinished, proof, now } = found
      if (apps.length >= mostApps) return refuse({ kind: 'too-many-apps' })
      const { contacts, address } = person
      if (!secondCodeReaches({ contacts, addressed: address !== undefined, now }, 'again'))
        return refuse({ kind: 'no-contact' })
      const { code, codeMac, issued } = await newActivation(ports, person.id, 'again', now)
      const { drafts, ended } = replaced(unfinished, person.id)
      const told: EventDraft = {
        type: 'activation-code-issued',
        actor: person.id,
        body: { channel: issued.channel, expires_at: issued.expiresAt },
      }
      return accept({
        drafts: [...drafts, told],
        change: {
          to: withActivation(proof, issued.id),
          activation: { issued, codeMac, ended },
        },
        value: { code, until: issued.expiresAt },
      })
    })
}
