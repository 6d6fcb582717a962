/** The part of `smartcard` that is used; the package itself is installed by the operator. */
declare module 'smartcard' {
  type Card = {
    transmit(
      command: Buffer,
      options: { readonly maxRecvLength: number },
    ): Promise<Buffer<ArrayBuffer>>
    disconnect(disposition: number): void
  }
  type Reader = {
    readonly name: string
    /** Bits, `SCARD_STATE_PRESENT` among them. */
    readonly state: number
    connect(share: number, protocol: number): Promise<Card>
  }
  export class Context {
    listReaders(): Reader[]
    close(): void
  }
  export const SCARD_SHARE_EXCLUSIVE: number
  export const SCARD_PROTOCOL_T1: number
  export const SCARD_LEAVE_CARD: number
  export const SCARD_RESET_CARD: number
  export const SCARD_STATE_PRESENT: number
}
