/** The ports of letters on their way: where they wait, what sets them, and what prints them. */
import type { Seconds } from '@open-mitid/kernel'
import type { Letter, LetterId, PrintableLetter } from './letter.ts'

/** A document for a print service, and what its envelope and its list need to know. */
export type PrintedLetter = {
  readonly id: LetterId
  readonly recipient: string
  readonly title: string
  readonly pdf: Uint8Array
}

/**
 * Resolves when the service has taken the letter over, and throws a `PrintFault` otherwise. The
 * same `id` may be handed in twice and is one letter: the first one's.
 */
export type PrintService = { readonly print: (letter: PrintedLetter) => Promise<void> }

/** Why a letter was not taken over. It quotes neither the service nor the letter. */
export class PrintFault extends Error {
  override readonly name = 'PrintFault'
  constructor(reason: 'unreachable' | 'refused', status?: number) {
    super(`print service ${reason}${status === undefined ? '' : ` (${String(status)})`}`)
  }
}

export type SetLetter = (letter: PrintableLetter) => Promise<{
  readonly title: string
  readonly pdf: Uint8Array
}>

export type Letters = {
  /** Makes jobs of at most `limit` letters that wait, and answers of how many. */
  take(limit: number): Promise<number>
  /**
   * Prints it as of now: its codes live `life` from this moment on. Undefined where it has been
   * handed over, or nobody knows where its person lives.
   */
  print(id: LetterId, life: Seconds): Promise<PrintableLetter | undefined>
  /** What was in it is kept no longer. */
  handOver(letter: Pick<Letter, 'id'>): Promise<void>
}
