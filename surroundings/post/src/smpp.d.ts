/**
 * What node-smpp (0.5.1) offers an ESME and an SMSC, as far as SMPP 3.4 §4 and §5 define it: the
 * package itself brings no types. Field names are those of the specification.
 *
 * Two habits of the package to know: a session emits `error` for a malformed PDU and then reads
 * nothing more, so destroy it; and it must stay a CommonJS module (it assigns an undeclared
 * variable, which a bundle of ES modules turns into an exception).
 */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events'
  import type { Server as NetServer, Socket } from 'node:net'
  import type { TlsOptions } from 'node:tls'

  /**
   * A text field as it arrives: decoded by `data_coding`, or the bytes where that coding is not a
   * text. `udh` holds the user data header's elements (3GPP TS 23.040 §9.2.3.24), each with its
   * identifier and length octets.
   */
  export type DecodedText = { message: string | Buffer; udh?: Buffer[] }

  /** A text field as it is sent: `udh` is the whole header, its leading length octet included. */
  export type TextToSend = string | Buffer | { message: string | Buffer; udh?: Buffer }

  export type BindFields = {
    system_id: string
    password: string
    system_type: string
    interface_version: number
    addr_ton: number
    addr_npi: number
    address_range: string
  }

  type SmFields = {
    service_type: string
    source_addr_ton: number
    source_addr_npi: number
    source_addr: string
    dest_addr_ton: number
    dest_addr_npi: number
    destination_addr: string
    esm_class: number
    protocol_id: number
    priority_flag: number
    schedule_delivery_time: string | Date
    validity_period: string | Date
    registered_delivery: number
    replace_if_present_flag: number
    sm_default_msg_id: number
  }

  type SmOptionalFields = {
    user_message_reference: number
    source_port: number
    dest_port: number
    sar_msg_ref_num: number
    sar_total_segments: number
    sar_segment_seqnum: number
    more_messages_to_send: number
    receipted_message_id: string
    message_state: number
    network_error_code: Buffer
    language_indicator: number
  }

  /** What may be given to `submit_sm` and `deliver_sm`; `data_coding` is found when left out. */
  export type SmToSend = Partial<SmFields> &
    Partial<SmOptionalFields> & {
      destination_addr: string
      data_coding?: number
      short_message?: TextToSend
      message_payload?: TextToSend
    }

  /** Every field is absent from a PDU that was cut short or that carries an error status. */
  export type ReceivedSm = Partial<SmFields> &
    Partial<SmOptionalFields> & {
      data_coding?: number
      short_message?: DecodedText
      message_payload?: DecodedText
    }

  export type ResponseFields = { command_status?: number; message_id?: string; system_id?: string }

  /** The commands of SMPP 3.4 §5.1.2.1, requests only. */
  export type RequestCommand =
    | 'alert_notification'
    | 'bind_receiver'
    | 'bind_transceiver'
    | 'bind_transmitter'
    | 'cancel_sm'
    | 'data_sm'
    | 'deliver_sm'
    | 'enquire_link'
    | 'outbind'
    | 'query_sm'
    | 'replace_sm'
    | 'submit_multi'
    | 'submit_sm'
    | 'unbind'

  export class PDU {
    constructor(
      command: string,
      options?: ResponseFields & { sequence_number?: number } & Record<string, unknown>,
    )
    /** The longest PDU that is accepted; 16,384 octets unless set. */
    static maxLength: number
    /** A command's name, or `unknown`. */
    readonly command: string
    readonly command_id: number
    readonly command_status: number
    readonly sequence_number: number
    /** Of responses. */
    readonly message_id?: string
    readonly system_id?: string
    isResponse(): boolean
    /** Throws for the commands that have no response: `alert_notification` and `outbind`. */
    response(fields?: ResponseFields): PDU
  }

  export type BindPdu = PDU & Partial<BindFields>
  export type SmPdu = PDU & ReceivedSm

  /** A call answers false, and never calls back, when the connection can no longer be written. */
  type Send<Fields> = (
    fields: Fields,
    answered?: (pdu: PDU) => void,
    sent?: (pdu: PDU) => void,
  ) => boolean
  type SendBare = (answered?: (pdu: PDU) => void, sent?: (pdu: PDU) => void) => boolean

  export interface Session extends EventEmitter {
    readonly socket: Socket
    send(pdu: PDU, answered?: (pdu: PDU) => void, sent?: (pdu: PDU) => void): boolean
    /** Ends the connection after what was written; `destroy` drops it at once. */
    close(closed?: () => void): void
    destroy(closed?: () => void): void
    /** Stops and resumes reading, while a request is being decided on. */
    pause(): void
    resume(): void

    bind_transceiver: Send<Partial<BindFields>>
    bind_transmitter: Send<Partial<BindFields>>
    bind_receiver: Send<Partial<BindFields>>
    submit_sm: Send<SmToSend>
    deliver_sm: Send<SmToSend>
    enquire_link: SendBare
    unbind: SendBare

    on(event: 'connect' | 'secureConnect' | 'close', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'submit_sm' | 'deliver_sm', listener: (pdu: SmPdu) => void): this
    on(
      event: 'bind_transceiver' | 'bind_transmitter' | 'bind_receiver',
      listener: (pdu: BindPdu) => void,
    ): this
    on(event: 'pdu' | 'enquire_link' | 'unbind' | 'unknown', listener: (pdu: PDU) => void): this
    once(event: 'connect' | 'secureConnect' | 'close', listener: () => void): this
    once(event: 'error', listener: (error: Error) => void): this
  }

  /** A `net.Server` that emits `session`; on port 2775 (with TLS 3550) where none is given. */
  export type Server = NetServer & { readonly sessions: readonly Session[] }

  export type ConnectOptions = {
    /** Or else host and port. */
    url?: string
    host?: string
    port?: number
    tls?: boolean
    /** Sends an `enquire_link` this often, in milliseconds. */
    auto_enquire_link_period?: number
  }

  type Smpp = {
    /** The address is `smpp://host:port` or, over TLS, `ssmpp://host:port`. */
    connect(address: string | ConnectOptions, connected?: () => void): Session
    createServer(listener: (session: Session) => void): Server
    createServer(options: TlsOptions, listener: (session: Session) => void): Server
    PDU: typeof PDU
    consts: {
      ENCODING: { SMSC_DEFAULT: 0; ASCII: 1; LATIN1: 3; BINARY: 4; UCS2: 8 }
      ESM_CLASS: { STORE_FORWARD: 3; MC_DELIVERY_RECEIPT: 4; UDH_INDICATOR: 0x40 }
      TON: { UNKNOWN: 0; INTERNATIONAL: 1; NATIONAL: 2; ALPHANUMERIC: 5 }
      NPI: { UNKNOWN: 0; ISDN: 1 }
      REGISTERED_DELIVERY: { FINAL: 1; FAILURE: 2; SUCCESS: 3 }
    }
    /** Command statuses, SMPP 3.4 §5.1.3. */
    errors: {
      ESME_ROK: 0
      ESME_RINVMSGLEN: 0x01
      ESME_RINVCMDID: 0x03
      ESME_RINVBNDSTS: 0x04
      ESME_RALYBND: 0x05
      ESME_RSYSERR: 0x08
      ESME_RINVSRCADR: 0x0a
      ESME_RINVDSTADR: 0x0b
      ESME_RBINDFAIL: 0x0d
      ESME_RINVPASWD: 0x0e
      ESME_RMSGQFUL: 0x14
      ESME_RINVESMCLASS: 0x43
      ESME_RTHROTTLED: 0x58
      ESME_RINVTLVVAL: 0xc4
      ESME_RINVDCS: 0x104
    }
    encodings: {
      /** Whether a text can be sent in that alphabet: `ASCII` is GSM 03.38. */
      ASCII: { match(text: string): boolean; encode(text: string): Buffer }
      UCS2: { match(text: string): boolean; encode(text: string): Buffer }
      detect(text: string): 'ASCII' | 'LATIN1' | 'UCS2'
    }
  }

  const smpp: Smpp
  export default smpp
}
