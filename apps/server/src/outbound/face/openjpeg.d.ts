/** The part of the codec that is used. */
declare module '@cornerstonejs/codec-openjpeg/decode' {
  type FrameInfo = {
    readonly width: number
    readonly height: number
    readonly bitsPerSample: number
    readonly componentCount: number
  }
  type Decoder = {
    getEncodedBuffer(length: number): Uint8Array
    readHeader(): void
    getFrameInfo(): FrameInfo
    decode(): void
    getDecodedBuffer(): Uint8Array
    delete(): void
  }
  const open: () => Promise<{ readonly J2KDecoder: new () => Decoder }>
  export default open
}
