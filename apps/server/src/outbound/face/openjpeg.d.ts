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
    getFrameInfo(): FrameInfo
    decode(): void
    getDecodedBuffer(): Uint8Array
    delete(): void
  }
  const open: () => Promise<{ readonly J2KDecoder: new () => Decoder }>
  export default open
}

declare module '@cornerstonejs/codec-openjpeg' {
  type Encoder = {
    getDecodedBuffer(told: {
      width: number
      height: number
      bitsPerSample: number
      componentCount: number
      isSigned: boolean
    }): Uint8Array
    setCompressionRatio(layer: number, ratio: number): void
    encode(): void
    getEncodedBuffer(): Uint8Array
    delete(): void
  }
  const open: () => Promise<{ readonly J2KEncoder: new () => Encoder }>
  export default open
}
