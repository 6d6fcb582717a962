import { IcaoError } from '../icao-error.ts'

/**
 * `chip-lost`: the transceiver failed. `wrong-password`: the chip did not take the key made of the
 * zone or the card access number. `refused`: the chip answered with another status than 9000.
 * `session-ended`: the chip answered in the clear, outside of the session. `not-genuine`: an answer
 * that only somebody without the session's keys would give.
 */
export type AccessErrorCode =
  | 'chip-lost'
  | 'wrong-password'
  | 'refused'
  | 'no-such-file'
  | 'session-ended'
  | 'not-genuine'
  | 'answer-form'
  | 'file-too-long'
  | 'not-supported'

type Details = ErrorOptions & { status?: number; partial?: Uint8Array }

/** The chip could not be opened or read. */
export class AccessError extends IcaoError<AccessErrorCode> {
  /** The status word of the chip, as in 0x6982. */
  readonly status: number | undefined
  /** What had been read of a file before the chip was lost, to go on from. */
  readonly partial: Uint8Array | undefined

  constructor(code: AccessErrorCode, clause: string, { status, partial, ...rest }: Details = {}) {
    super('AccessError', code, clause, rest)
    this.status = status
    this.partial = partial
  }
}
