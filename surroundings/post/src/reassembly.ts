/** A long SMS arrives in parts, in any order; this puts them together. 3GPP TS 23.040 §9.2.3.24.1. */
import type { ReceivedSm } from 'smpp'

export type Part = { readonly reference: string; readonly total: number; readonly number: number }

/** Where this submission says that it is one part of a longer text: in its header or by SAR fields. */
export function partOf(sm: ReceivedSm, header: readonly Buffer[]): Part | undefined {
  for (const element of header) {
    const [id, , ...data] = element
    if (id === 0x00 && data.length === 3) return part(`8:${data[0]}`, data[1], data[2])
    if (id === 0x08 && data.length === 4) return part(`16:${data[0]}.${data[1]}`, data[2], data[3])
  }
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: number } = sm
  return reference === undefined ? undefined : part(`sar:${reference}`, total, number)
}

function part(reference: string, total = 0, number = 0): Part {
  return { reference, total, number }
}

export type Reassembly = {
  /** The whole text when this was the last missing part; `undefined` while some are missing. */
  add(conversation: string, part: Part, text: string): string | undefined
}

/** Keeps at most so many unfinished texts; the one begun first is given up for a new one. */
export function reassembly(unfinishedAtMost = 200): Reassembly {
  const unfinished = new Map<string, Map<number, string>>()
  return {
    add(conversation, part, text) {
      const key = `${conversation} ${part.reference} ${part.total}`
      const parts = unfinished.get(key) ?? new Map<number, string>()
      parts.set(part.number, text)
      unfinished.set(key, parts)
      if (parts.size === part.total) {
        unfinished.delete(key)
        return Array.from({ length: part.total }, (_, index) => parts.get(index + 1) ?? '').join('')
      }
      const oldest = unfinished.keys().next()
      if (unfinished.size > unfinishedAtMost && !oldest.done) unfinished.delete(oldest.value)
      return undefined
    },
  }
}
