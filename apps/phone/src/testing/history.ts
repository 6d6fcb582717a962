/** An entry of somebody's history. */
import { Instant } from '@open-mitid/kernel'
import { OfferId, type HistoryEntry } from '@open-mitid/protocol'
import { random } from './stand-in.ts'

export function exampleEntry(change: Partial<HistoryEntry>): HistoryEntry {
  return {
    offer_id: OfferId.make(random),
    service: 'Sundby Bank',
    domain: 'bank.example',
    kind: 'approve',
    title: 'Transfer',
    lines: [{ label: 'Amount', value: 'DKK 2,300' }],
    decision: 'approve',
    at: Instant.of(1_790_000_000),
    ...change,
  }
}
