/** `LostDocuments`: asks the register of the police, by HTTP, whether a document was reported. */
import { accept, refuse } from '@open-mitid/kernel'
import type { LostDocuments } from '@open-mitid/identity/enrolment'
import { z } from 'zod'

const patienceMs = 5_000
const Answer = z.strictObject({ issuer: z.string(), number: z.string(), lost: z.boolean() })

/** What does not answer, or answers of another document, leaves the question open. */
export function openLostDocuments({ url }: { readonly url: string }): LostDocuments {
  return {
    async isReportedLost({ issuer, documentNumber: number }) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-requested-by': 'mitid' },
          body: JSON.stringify({ issuer, number }),
          redirect: 'error',
          signal: AbortSignal.timeout(patienceMs),
        })
        if (!answer.ok) return refuse({ kind: 'unavailable' })
        const told = Answer.safeParse(await answer.json())
        const same = told.success && told.data.issuer === issuer && told.data.number === number
        return same ? accept(told.data.lost) : refuse({ kind: 'unavailable' })
      } catch {
        return refuse({ kind: 'unavailable' })
      }
    },
  }
}
