import { accept, idOf, refuse, type Id, type Random, type Result } from '@open-mitid/kernel'

export type TicketId = Id<'tic'>
export const TicketId = idOf('tic')

type Ticket = { readonly id: TicketId; readonly seats: number }
type Refusal = { readonly kind: 'no-seats' } | { readonly kind: 'too-many'; readonly most: number }

/** A no that can be expected is a value, with what the caller must know of it. */
export function sellTicket(seats: number, random: Random): Result<Ticket, Refusal> {
  if (seats < 1) return refuse({ kind: 'no-seats' })
  if (seats > 9) return refuse({ kind: 'too-many', most: 9 })
  return accept({ id: TicketId.make(random), seats })
}
