/** Readers by PC/SC, the interface of every operating system to them, through `smartcard`. */
import { CardInUse, type Card, type Readers } from './readers.ts'

/** A response of extended length, and its status (ISO/IEC 7816-4 §5.1). */
const maxRecvLength = 65_538

/** Undefined where the library is not installed, or was built for another computer. */
export async function openPcSc(): Promise<Readers | undefined> {
  const pcsc = await import('smartcard').catch(() => undefined)
  if (!pcsc) return undefined
  const {
    Context,
    SCARD_SHARE_EXCLUSIVE,
    SCARD_PROTOCOL_T1,
    SCARD_LEAVE_CARD,
    SCARD_RESET_CARD,
    SCARD_STATE_PRESENT,
  } = pcsc
  return {
    list() {
      const context = new Context()
      try {
        return context.listReaders().map(({ name, state }) => ({
          name,
          hasCard: (state & SCARD_STATE_PRESENT) !== 0,
          connect: () => connect(name),
        }))
      } finally {
        context.close()
      }
    },
  }

  /** A context of its own, so that closing one card touches no other. */
  async function connect(name: string): Promise<Card> {
    const context = new Context()
    try {
      const reader = context.listReaders().find((one) => one.name === name)
      if (!reader) throw new Error('the reader is gone')
      const card = await reader.connect(SCARD_SHARE_EXCLUSIVE, SCARD_PROTOCOL_T1).catch(sharing)
      // To reset a card that is gone would fail, and pcscd then misses the next one.
      let leave = SCARD_RESET_CARD
      let closed = false
      return {
        async transmit(command) {
          leave = SCARD_LEAVE_CARD
          const answer = await card.transmit(Buffer.from(command), { maxRecvLength })
          // Some drivers answer with nothing when the card is taken away in the middle.
          if (answer.length < 2) throw new Error('the card is gone')
          leave = SCARD_RESET_CARD
          return Uint8Array.from(answer)
        },
        close() {
          if (closed) return
          closed = true
          try {
            card.disconnect(leave)
          } catch {
            // It is gone, and so is what it knew.
          }
          context.close()
        },
      }
    } catch (error) {
      context.close()
      throw error
    }
  }
}

/** The library tells what PC/SC answers in its words alone. */
function sharing(error: unknown): never {
  const said = error instanceof Error ? error.message : ''
  throw /sharing/iu.test(said) ? new CardInUse(said) : error
}
