export { encodeTlv } from './encode.ts'
export { TlvError, type TlvErrorCode } from './tlv-error.ts'
export { announcedLength, elementsOf, parseTlv, readTlv, type Tlv } from './tlv.ts'
