/**
 * The way to a passport's chip. A native shell brings ISO-DEP behind the same type, a desk a PC/SC
 * reader (docs/passport.md); in a sandbox the chip is a program that is reached over the network.
 */
import type { Transceiver } from '@open-mitid/icao9303'
import type { NoPassportOnReader } from '@open-mitid/protocol'

export type ChipReader = {
  /** Waits for nothing: rejects where no passport lies there now, a reader with `NoChip`. */
  connect(): Promise<Transceiver>
}

/** Why there is no chip to speak with. */
export type NoChipCode = 'no-chip' | 'nfc-off' | 'no-passport' | 'reader-ended' | NoPassportOnReader

export class NoChip extends Error {
  override readonly name = 'NoChip'
  readonly code: NoChipCode

  constructor(code: NoChipCode) {
    super(code)
    this.code = code
  }
}

export type NetworkChip = {
  /** Where the sandbox's passports are. */
  readonly origin: string
  readonly fetch: typeof fetch
  /** By name; without it, the passport that was laid on the phone. */
  readonly passport?: string | undefined
  /** The passport slips off the phone at this command, once; for tests. */
  readonly lostAfter?: number | undefined
}

const patience = 10_000

export function networkChip({ origin, fetch, passport, lostAfter }: NetworkChip): ChipReader {
  const post = async (path: string, type: string, body: BodyInit) => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': type, 'x-requested-by': 'mitid-app' },
      body,
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Error('no chip answers')
    return response
  }
  let slips = lostAfter
  return {
    async connect() {
      const asked = { passport, ...(slips === undefined ? {} : { lost_after: slips }) }
      slips = undefined
      const opened = await post('/connections', 'application/json', JSON.stringify(asked))
      const { connection } = (await opened.json()) as { readonly connection: string }
      return {
        extendedLength: true,
        async transceive(command) {
          const answer = await post(
            `/connections/${connection}`,
            'application/octet-stream',
            command,
          )
          return new Uint8Array(await answer.arrayBuffer())
        },
      }
    },
  }
}
